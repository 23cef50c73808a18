import type { MovieCard } from '@cinematheque/shared/movie-card';
import { fullName, yearOf } from '@cinematheque/shared/refs';
import { Poster } from '@cinematheque/ui/poster';
import { fromRoot } from '../base-path.ts';
import { Pictured } from '../cells.tsx';

/** A film's title beside its poster, as the list shows it. */
export const titleWithPoster = (movie: MovieCard) => (
  <Pictured
    picture={
      <Poster
        film={{
          id: movie.id,
          title: movie.title,
          year: yearOf(movie.releaseDate),
          genres: movie.genres.map(({ name }) => name),
          director: movie.director && fullName(movie.director),
        }}
        src={movie.poster && fromRoot(movie.poster.url)}
      />
    }
  >
    {movie.title}
  </Pictured>
);
