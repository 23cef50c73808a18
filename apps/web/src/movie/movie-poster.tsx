import type { MovieCard } from '@cinematheque/shared/movie-card';
import { fullName, yearOf } from '@cinematheque/shared/names';
import { Poster, type PosterProps } from '@cinematheque/ui/poster';
import { usePicture } from '../links.ts';

export interface MoviePosterProps extends Pick<PosterProps, 'priority' | 'className'> {
  movie: MovieCard;
  /**
   * On phones two thirds of the true width: their screens have more pixels than anybody sees, and a poster stays below
   * 25 kB.
   */
  sizes?: string;
}

/** A film's poster: the uploaded picture, or the one that is drawn from its title. */
export function MoviePoster({ movie, ...rest }: MoviePosterProps) {
  const picture = usePicture();
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
      picture={picture(poster, 'poster')}
    />
  );
}
