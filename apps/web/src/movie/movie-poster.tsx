import type { MovieCard } from '@cinematheque/shared/movie-card';
import { fullName, yearOf } from '@cinematheque/shared/refs';
import { Poster, type PosterProps } from '@cinematheque/ui/poster';
import { useFileUrl } from '../links.ts';

export interface MoviePosterProps extends Pick<PosterProps, 'sizes' | 'priority' | 'className'> {
  movie: MovieCard;
}

/** A film's poster: the uploaded picture, or the one that is drawn from its title. */
export function MoviePoster({ movie, ...rest }: MoviePosterProps) {
  const fileUrl = useFileUrl();
  const { id, title, releaseDate, genres, director, poster } = movie;
  return (
    <Poster
      {...rest}
      film={{
        id,
        title,
        year: yearOf(releaseDate),
        genres: genres.map(({ name }) => name),
        director: director && fullName(director),
      }}
      src={poster && fileUrl(poster.url)}
    />
  );
}
