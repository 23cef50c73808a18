import type { MoviePage } from '@cinematheque/shared/movie';
import { fullName, yearOf } from '@cinematheque/shared/names';
import { Link } from '@tanstack/react-router';
import { CommaList } from '../components/comma-list.tsx';
import { Fact, Facts } from '../components/facts.tsx';
import { countOf, formatDate, formatMinutes, formatMoney, machineDate } from '../format.ts';
import { countryLink, decadeLink, directorLink, genreLink, yearLink } from '../links.ts';

/** What is known about a film; each part leads on. */
export function MovieFacts({ movie }: { movie: MoviePage }) {
  const { director, releaseDate, releaseDatePrecision, country, genres, durationMinutes, budget, favorites } =
    movie;
  const year = yearOf(releaseDate);
  return (
    <Facts>
      <Fact label="Director">
        {director && <Link {...directorLink(director)}>{fullName(director)}</Link>}
      </Fact>
      <Fact label="Released">
        {releaseDate && year && (
          <>
            <time dateTime={machineDate(releaseDate, releaseDatePrecision)}>
              {formatDate(releaseDate, releaseDatePrecision)}
            </time>
            {' · '}
            <Link {...yearLink(year)}>{year}</Link>
            {' · '}
            <Link {...decadeLink(year)}>{year - (year % 10)}s</Link>
          </>
        )}
      </Fact>
      <Fact label="Country">{country && <Link {...countryLink(country)}>{country.name}</Link>}</Fact>
      <Fact label={genres.length === 1 ? 'Genre' : 'Genres'}>
        {genres.length > 0 && (
          <CommaList items={genres} keyOf={({ id }) => id}>
            {(genre) => <Link {...genreLink(genre)}>{genre.name}</Link>}
          </CommaList>
        )}
      </Fact>
      <Fact label="Running time">{durationMinutes && formatMinutes(durationMinutes)}</Fact>
      <Fact label="Budget">{budget && formatMoney(budget)}</Fact>
      <Fact label="Kept by">{favorites > 0 && countOf(favorites, 'visitor')}</Fact>
    </Facts>
  );
}
