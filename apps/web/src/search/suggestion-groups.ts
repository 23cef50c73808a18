import { fullName, yearOf } from '@cinematheque/shared/names';
import type { SearchResult } from '@cinematheque/shared/search';
import { countOf, titleAndYear } from '../format.ts';
import { characterLink, countryLink, directorLink, genreLink, movieLink, personLink } from '../links.ts';

/** One thing that was found, and the page that it leads to. */
export interface Suggestion {
  key: string;
  label: string;
  hint: string;
  link:
    | ReturnType<typeof movieLink>
    | ReturnType<typeof personLink>
    | ReturnType<typeof directorLink>
    | ReturnType<typeof characterLink>
    | ReturnType<typeof genreLink>
    | ReturnType<typeof countryLink>;
}

export interface SuggestionGroup {
  title: string;
  suggestions: Suggestion[];
}

const line = (...parts: (string | number | null | undefined | false)[]) => parts.filter(Boolean).join(' · ');

/** Who also acts is there as a person already. */
export const directorsAlone = ({ directors, persons }: SearchResult): SearchResult['directors'] =>
  directors.filter(({ personId }) => !persons.some(({ id }) => id === personId));

/** What a search found, by kind; a kind without anything is left out. */
export function suggestionGroups(found: SearchResult): SuggestionGroup[] {
  const group = <Row extends { id: number }>(
    title: string,
    rows: readonly Row[],
    of: (row: Row) => Omit<Suggestion, 'key'>,
  ): SuggestionGroup[] =>
    rows.length
      ? [{ title, suggestions: rows.map((row) => ({ key: `${title}${row.id}`, ...of(row) })) }]
      : [];
  return [
    ...group('Films', found.movies, (movie) => ({
      label: movie.title,
      hint: line(yearOf(movie.releaseDate), movie.director && fullName(movie.director)),
      link: movieLink(movie),
    })),
    ...group('People', found.persons, (person) => ({
      label: fullName(person),
      hint: line(yearOf(person.dateOfBirth), person.knownFor.slice(0, 2).join(', ')),
      link: personLink(person),
    })),
    ...group('Directors', directorsAlone(found), (director) => ({
      label: fullName(director),
      hint: director.knownFor.slice(0, 2).join(', '),
      link:
        director.personId === null
          ? directorLink(director)
          : personLink({ ...director, id: director.personId }),
    })),
    ...group('Characters', found.characters, (character) => ({
      label: character.name,
      hint: `${fullName(character.person)} in ${titleAndYear(character.movie)}`,
      link: characterLink(character),
    })),
    ...group('Genres', found.genres, (genre) => ({
      label: genre.name,
      hint: countOf(genre.movies, 'film'),
      link: genreLink(genre),
    })),
    ...group('Countries', found.countries, (country) => ({
      label: country.name,
      hint: countOf(country.movies, 'film'),
      link: countryLink(country),
    })),
  ];
}
