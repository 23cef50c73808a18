import type { MovieCard } from '@cinematheque/shared/movie-card';
import { yearOf } from '@cinematheque/shared/names';
import { Fact, Facts } from '../components/facts.tsx';

/** From the first film to the last: the years of a career, as far as the catalog knows them. */
export function YearsFact({ movies }: { movies: readonly MovieCard[] }) {
  const years = movies.map(({ releaseDate }) => yearOf(releaseDate)).filter((year) => year !== null);
  if (!years.length) return null;
  const first = Math.min(...years);
  const last = Math.max(...years);
  return <Fact label="Films from">{first === last ? first : `${first} to ${last}`}</Fact>;
}

/** The same where nothing else is known. */
export function Years({ movies }: { movies: readonly MovieCard[] }) {
  return (
    <Facts>
      <YearsFact movies={movies} />
    </Facts>
  );
}
