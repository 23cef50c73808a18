import type { MovieFacets } from '@cinematheque/shared/facets';
import { formatSpan } from '../format.ts';
import { type Browse, without } from './browse.ts';
import { choiceName } from './choice-name.ts';

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
