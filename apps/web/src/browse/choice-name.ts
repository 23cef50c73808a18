import type { MovieFacets } from '@cinematheque/shared/facets';
import { fullName } from '@cinematheque/shared/names';
import type { Choice } from './browse.ts';

/** What a choice is called: facets name everything that a filter can. Null: there is no such record (any more). */
export function choiceName({ kind, value }: Choice, facets: MovieFacets): string | null {
  const named = (rows: { id: number; name: string }[]) => rows.find(({ id }) => id === value)?.name ?? null;
  const person = (rows: MovieFacets['directors']) => {
    const found = rows.find(({ id }) => id === value);
    return found ? fullName(found) : null;
  };
  switch (kind) {
    case 'genre':
      return named(facets.genres);
    case 'country':
      return named(facets.countries);
    case 'decade':
      return `${value}s`;
    case 'director':
      return person(facets.directors);
    case 'person':
      return person(facets.persons);
  }
}
