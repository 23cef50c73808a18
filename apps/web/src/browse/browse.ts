import { limits, searchTextIn } from '@cinematheque/shared/limits';
import type { MovieFilter, MovieListInput } from '@cinematheque/shared/movie';
import { type MovieSort, movieSorts } from '@cinematheque/shared/movie-sorts';
import { idOf } from '@cinematheque/shared/slug';
import { allOf, firstOf } from '../search-params.ts';
import { type BrowseSearch, browseSearch, kinds } from './browse-search.ts';

/** What each kind of choice is called: in the words of a page, and in the API. */
export const choiceKinds = {
  genre: { label: 'genre', include: 'genres', exclude: 'excludeGenres' },
  country: { label: 'country', include: 'countries', exclude: 'excludeCountries' },
  decade: { label: 'decade', include: 'decades', exclude: 'excludeDecades' },
  director: { label: 'director', include: 'directors', exclude: 'excludeDirectors' },
  person: { label: 'person', include: 'persons', exclude: 'excludePersons' },
} as const satisfies Record<ChoiceKind, object>;
export type ChoiceKind = (typeof kinds)[number];

/** One value that the films must have, or must not: an id, or a decade's first year. */
export interface Choice {
  kind: ChoiceKind;
  value: number;
  exclude: boolean;
}

/** Which films a list shows, and in which order. */
export interface Browse {
  choices: Choice[];
  minutes?: { from?: number; to?: number };
  /** Of one year, within or without its decade. */
  year?: number;
  match?: 'all';
  q?: string;
  sort?: MovieSort;
  after?: string;
  /** How many pages of films stand on one another, from `after` on. */
  pages?: number;
}

/** A page that shows more films than this goes on to another one. */
export const MAX_PAGES = 20;

/** Reads an address. Wrong values are left out and named, so that the page can say so. */
export function readBrowse(search: BrowseSearch): { browse: Browse; dropped: string[] } {
  const dropped: string[] = [];
  /** Reads the first value of a key by a function that gives undefined for what it does not know. */
  const read = <T>(key: keyof BrowseSearch, parse: (text: string) => T | undefined): T | undefined => {
    const text = firstOf(search[key]);
    if (text === undefined) return undefined;
    const value = parse(text);
    if (value === undefined) dropped.push(`${key} “${shown(text)}”`);
    return value;
  };
  const choices = kinds.flatMap((kind) =>
    allOf(search[kind]).flatMap((text) => {
      const choice = readChoice(kind, text);
      if (!choice) dropped.push(`${choiceKinds[kind].label} “${shown(text)}”`);
      return choice ?? [];
    }),
  );
  const browse: Browse = {
    choices: choices.slice(0, MAX_CHOICES),
    minutes: read('minutes', readMinutes),
    year: read('year', (text) => numberIn(text, 1870, 2200)),
    match: read('match', (text) => (text === 'any' ? null : text === 'all' ? text : undefined)) ?? undefined,
    q: read('q', (text) => searchTextIn(text)),
    sort: read('sort', (text) => movieSorts.find((sort) => sort === text)),
    after: read('after', (text) => (text.length <= limits.cursor ? text : undefined)),
    pages: read('pages', (text) => numberIn(text, 1, MAX_PAGES)),
  };
  return { browse, dropped };
}

const MAX_CHOICES = 40;

const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function readChoice(kind: ChoiceKind, text: string): Choice | null {
  const exclude = text.startsWith('-');
  const given = exclude ? text.slice(1) : text;
  const value = kind === 'decade' ? decadeIn(given) : idOf(given);
  return value === null ? null : { kind, value, exclude };
}

/** The first year of a decade: 1950, not 1955. */
export const decadeIn = (text: string) => (/^(18[789]|19\d|20\d|21\d)0$/.test(text) ? Number(text) : null);

function numberIn(text: string, min: number, max: number): number | undefined {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return number >= min && number <= max ? number : undefined;
}

/** "90-120", "90-" or "-120" */
function readMinutes(text: string): Browse['minutes'] {
  const [, low, high] = text.match(/^(\d{0,4})-(\d{0,4})$/) ?? [];
  const from = low ? Number(low) : undefined;
  const to = high ? Number(high) : undefined;
  if (from === undefined && to === undefined) return undefined;
  return from !== undefined && to !== undefined && from > to ? undefined : { from, to };
}

/** Writes an address. */
export function searchOf({ choices, minutes, year, match, q, sort, after, pages }: Browse): BrowseSearch {
  const of = (kind: ChoiceKind) =>
    choices
      .filter((choice) => choice.kind === kind)
      .map(({ value, exclude }) => `${exclude ? '-' : ''}${value}`);
  const search = {
    ...Object.fromEntries(kinds.map((kind) => [kind, of(kind)])),
    year: year && String(year),
    minutes: minutes && `${minutes.from ?? ''}-${minutes.to ?? ''}`,
    match,
    q,
    sort,
    after,
    pages: pages && String(pages),
  };
  return browseSearch(search);
}

/** Asks the API for the films. */
export function filterOf({ choices, minutes, year, match, q }: Browse): MovieFilter {
  const filter: MovieFilter = {};
  for (const { kind, value, exclude } of choices) {
    const key = choiceKinds[kind][exclude ? 'exclude' : 'include'];
    filter[key] = [...(filter[key] ?? []), value];
  }
  const { from: minutesFrom, to: minutesTo } = minutes ?? {};
  return { ...filter, minutesFrom, minutesTo, yearFrom: year, yearTo: year, match, q };
}

export const listInputOf = (browse: Browse): MovieListInput => ({
  ...filterOf(browse),
  sort: browse.sort,
  cursor: browse.after,
});

/** Another value of the list's state; every change leads back to the first page. */
export const withBrowse = (browse: Browse, change: Partial<Browse>): BrowseSearch =>
  searchOf({ ...browse, after: undefined, pages: undefined, ...change });

const same = (one: Choice, other: Choice) => one.kind === other.kind && one.value === other.value;

/** The choices without one of them. */
export const without = ({ choices }: Browse, gone: Choice): Choice[] =>
  choices.filter((choice) => !same(choice, gone));

/** What a press on a value leads to: it is chosen, then excluded, then neither. */
export function pressed(browse: Browse, kind: ChoiceKind, value: number): BrowseSearch {
  const choice = { kind, value, exclude: false };
  const now = browse.choices.find((other) => same(other, choice));
  if (!now) return withBrowse(browse, { choices: [...browse.choices, choice] });
  if (now.exclude) return withBrowse(browse, { choices: without(browse, now) });
  const choices = browse.choices.map((other) => (other === now ? { ...now, exclude: true } : other));
  return withBrowse(browse, { choices });
}
