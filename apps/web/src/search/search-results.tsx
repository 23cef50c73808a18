import type { Total } from '@cinematheque/shared/resource';
import type { SearchResult } from '@cinematheque/shared/search';
import { Chip } from '@cinematheque/ui/chip';
import { EmptyState } from '@cinematheque/ui/empty-state';
import { Link } from '@tanstack/react-router';
import { CharacterRows } from '../characters/character-rows.tsx';
import { List } from '../components/list.tsx';
import { Section } from '../components/section.tsx';
import { countOf, formatCount } from '../format.ts';
import { countryLink, genreLink } from '../links.ts';
import { MovieGrid } from '../movie/movie-grid.tsx';
import { People } from '../person/people-list.tsx';
import { DirectorRow, PersonRow } from '../person/person-row.tsx';
import styles from './search-results.module.css';
import { directorsAlone } from './suggestion-groups.ts';

export interface SearchResultsProps {
  q: string;
  found: SearchResult;
  totals: Record<'movies' | 'persons' | 'directors' | 'characters', Total>;
  /** All that there is of a kind, and no way to more. */
  whole: boolean;
}

/** What a search found, a section for each kind, best first. */
export function SearchResults({ q, found, totals, whole }: SearchResultsProps) {
  const { movies, persons, characters, genres, countries } = found;
  const directors = directorsAlone(found);
  if (![movies, persons, directors, characters, genres, countries].some((list) => list.length)) {
    return (
      <EmptyState title="Nothing found">
        No film, person or character is called anything like it. Try fewer letters, or another spelling.
      </EmptyState>
    );
  }
  return (
    <div className={styles.results}>
      {(genres.length > 0 || countries.length > 0) && (
        <List className={styles.chips} aria-label="Genres and countries">
          {genres.map((genre) => (
            <li key={genre.id}>
              <Chip link={(props) => <Link {...genreLink(genre)} {...props} />}>{genre.name}</Chip>
            </li>
          ))}
          {countries.map((country) => (
            <li key={country.id}>
              <Chip link={(props) => <Link {...countryLink(country)} {...props} />}>{country.name}</Chip>
            </li>
          ))}
        </List>
      )}
      {movies.length > 0 && (
        <Section
          title="Films"
          note={numberOf(totals.movies, movies)}
          action={
            more(totals.movies, movies) && (
              <Link to="/movies" search={{ q }}>
                Show all films
              </Link>
            )
          }
        >
          <MovieGrid movies={movies} />
        </Section>
      )}
      {persons.length > 0 && (
        <Section
          title="People"
          note={numberOf(totals.persons, persons)}
          action={
            more(totals.persons, persons) && (
              <Link to="/people" search={{ q }}>
                Show all people
              </Link>
            )
          }
        >
          <People>
            {persons.map((person) => (
              <li key={person.id}>
                <PersonRow person={person} aside={countOf(person.movies, 'film')} />
              </li>
            ))}
          </People>
        </Section>
      )}
      {directors.length > 0 && (
        <Section
          title="Directors"
          note={numberOf(totals.directors, found.directors)}
          action={
            more(totals.directors, found.directors) && (
              <Link to="/directors" search={{ q }}>
                Show all directors
              </Link>
            )
          }
        >
          <People>
            {directors.map((director) => (
              <li key={director.id}>
                <DirectorRow director={director} />
              </li>
            ))}
          </People>
        </Section>
      )}
      {characters.length > 0 && (
        <Section
          title="Characters"
          note={numberOf(totals.characters, characters)}
          action={
            !whole &&
            more(totals.characters, characters) && (
              <Link to="/search" search={{ q, kind: 'characters' }}>
                Show more characters
              </Link>
            )
          }
        >
          <CharacterRows characters={characters} />
        </Section>
      )}
    </div>
  );
}

/** What only sounds alike is found, too, and may be more than what has the text in its name. */
function numberOf({ value, exact }: Total, shown: readonly unknown[]): string {
  return value > shown.length ? `${exact ? '' : 'about '}${formatCount(value)}` : formatCount(shown.length);
}

const more = ({ value }: Total, shown: readonly unknown[]) => value > shown.length;
