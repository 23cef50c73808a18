import type { SearchResult } from '@cinematheque/shared/search';
import { Chip } from '@cinematheque/ui/chip';
import { EmptyState } from '@cinematheque/ui/empty-state';
import { Link } from '@tanstack/react-router';
import { CharacterRows } from '../characters/character-rows.tsx';
import { List } from '../components/list.tsx';
import { Section } from '../components/section.tsx';
import { countOf } from '../format.ts';
import { countryLink, genreLink } from '../links.ts';
import { MovieGrid } from '../movie/movie-grid.tsx';
import { People } from '../person/people-list.tsx';
import { DirectorRow, PersonRow } from '../person/person-row.tsx';
import styles from './search-results.module.css';

/** What a search found, a section for each kind, best first. */
export function SearchResults({ found }: { found: SearchResult }) {
  const { movies, persons, characters, genres, countries } = found;
  // One who also acts is there as a person already.
  const directors = found.directors.filter(({ personId }) => !persons.some(({ id }) => id === personId));
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
        <Section title="Films">
          <MovieGrid movies={movies} />
        </Section>
      )}
      {persons.length > 0 && (
        <Section title="People">
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
        <Section title="Directors">
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
        <Section title="Characters">
          <CharacterRows characters={characters} />
        </Section>
      )}
    </div>
  );
}
