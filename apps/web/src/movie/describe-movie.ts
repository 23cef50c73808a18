import type { MoviePage } from '@cinematheque/shared/movie';
import { fullName, yearOf } from '@cinematheque/shared/names';

/** A film in a sentence for search engines: its own description, or what is known about it. */
export function describeMovie(movie: MoviePage): string {
  if (movie.description) return movie.description;
  const cast = movie.cast.slice(0, 3).map(({ person }) => fullName(person));
  return [
    `${movie.title}${movie.releaseDate ? ` (${yearOf(movie.releaseDate)})` : ''}`,
    movie.director && `directed by ${fullName(movie.director)}`,
    cast.length && `with ${cast.join(', ')}`,
  ]
    .filter(Boolean)
    .join(', ');
}
