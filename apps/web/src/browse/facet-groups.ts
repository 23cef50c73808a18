import type { MovieFacets } from '@cinematheque/shared/facets';
import { fullName } from '@cinematheque/shared/names';
import { formatSpan } from '../format.ts';
import { type Browse, type ChoiceKind, pressed, withBrowse } from './browse.ts';
import type { BrowseSearch } from './browse-search.ts';

/** A value of a facet, and where a press on it leads. */
export interface FacetValue {
  key: number;
  label: string;
  count: number;
  exact: boolean;
  state: 'off' | 'chosen' | 'excluded';
  search: BrowseSearch;
}

export interface FacetGroup {
  kind: ChoiceKind | 'minutes';
  title: string;
  values: FacetValue[];
  /** Values that are always in sight; the others are one press away. */
  shown: number;
}

const titles = {
  genre: 'Genre',
  country: 'Country',
  decade: 'Decade',
  director: 'Director',
  person: 'Person',
};

interface Counted {
  count: number;
  exact: boolean;
}

/** The facets as the panel shows them. */
export function facetGroups(browse: Browse, facets: MovieFacets): FacetGroup[] {
  const group = <Row extends Counted>(
    kind: ChoiceKind,
    rows: Row[],
    keyOf: (row: Row) => number,
    labelOf: (row: Row) => string,
    shown = Number.POSITIVE_INFINITY,
  ): FacetGroup => {
    const values = rows.map((row): FacetValue => {
      const value = keyOf(row);
      const choice = browse.choices.find((one) => one.kind === kind && one.value === value);
      const state = choice ? (choice.exclude ? 'excluded' : 'chosen') : 'off';
      const { count, exact } = row;
      return { key: value, label: labelOf(row), count, exact, state, search: pressed(browse, kind, value) };
    });
    return { kind, title: titles[kind], values: shown < values.length ? inOrder(values) : values, shown };
  };
  const idOf = ({ id }: { id: number }) => id;
  const nameOf = ({ name }: { name: string }) => name;
  return [
    group('genre', facets.genres, idOf, nameOf),
    group(
      'decade',
      facets.decades,
      ({ decade }) => decade,
      ({ decade }) => `${decade}s`,
    ),
    minutesGroup(browse, facets.minutes),
    group('country', facets.countries, idOf, nameOf, 8),
    group('director', facets.directors, idOf, fullName, 6),
    group('person', facets.persons, idOf, fullName, 6),
  ];
}

/** Of a long list the chosen come first, then the most frequent. */
const inOrder = (values: FacetValue[]) =>
  values.toSorted((a, b) => Number(b.state !== 'off') - Number(a.state !== 'off') || b.count - a.count);

/** Running times are spans, and one is chosen at a time. */
function minutesGroup(browse: Browse, spans: MovieFacets['minutes']): FacetGroup {
  const values = spans.map(({ from, to, count, exact }, key): FacetValue => {
    const span = { from: from ?? undefined, to: to ?? undefined };
    const chosen = browse.minutes?.from === span.from && browse.minutes?.to === span.to;
    return {
      ...{ key, count, exact, label: formatSpan(span) },
      state: chosen ? 'chosen' : 'off',
      search: withBrowse(browse, { minutes: chosen ? undefined : span }),
    };
  });
  return { kind: 'minutes', title: 'Running time', values, shown: values.length };
}
