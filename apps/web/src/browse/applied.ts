import type { MovieFacets } from '@cinematheque/shared/facets';
import { fullName } from '@cinematheque/shared/names';
import { formatSpan } from '../format.ts';
import { type Browse, type Choice, without } from './browse-search.ts';

/** A filter that is on. */
export interface Applied {
  label: string;
  /** The films must not have it. */
  exclude: boolean;
  /** The same list without it. */
  rest: Browse;
}

/** Every filter of a list, by its name. */
export function appliedFilters(browse: Browse, facets: MovieFacets): Applied[] {
  const { choices, minutes, year, match, q } = browse;
  const applied: Applied[] = [];
  const add = (label: string, change: Partial<Browse>, exclude = false) =>
    applied.push({ label, exclude, rest: { ...browse, after: undefined, pages: undefined, ...change } });
  for (const choice of choices) {
    const name = choiceName(choice, facets);
    if (name !== null) add(name, { choices: without(browse, choice) }, choice.exclude);
  }
  if (year) add(String(year), { year: undefined });
  if (minutes) add(formatSpan(minutes), { minutes: undefined });
  if (q) add(`“${q}”`, { q: undefined });
  if (match) add('all of these at once', { match: undefined });
  return applied;
}

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
