import type { MovieCard } from '@cinematheque/shared/movie-card';
import { fullName, yearOf } from '@cinematheque/shared/names';
import { Poster } from '@cinematheque/ui/poster';
import { pictureAt } from '../base-path.ts';
import { Pictured } from '../cells.tsx';

/** A film’s poster in a line: the uploaded one, or the one that we design for it. */
export function MoviePoster({ movie, sizes = '2rem' }: { movie: MovieCard; sizes?: string }) {
  return (
    <Poster
      film={{
        id: movie.id,
        title: movie.title,
        year: yearOf(movie.releaseDate),
        genres: movie.genres.map(({ name }) => name),
        director: movie.director && fullName(movie.director),
      }}
      picture={pictureAt(movie.poster, 'poster')}
      sizes={sizes}
    />
  );
}

/** A film's title beside its poster, as the list shows it. */
export const titleWithPoster = (movie: MovieCard) => (
  <Pictured picture={<MoviePoster movie={movie} />}>{movie.title}</Pictured>
);
