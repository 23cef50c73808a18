import { type MovieSort, movieSorts } from '@cinematheque/shared/movie-sorts';
import { Field } from '@cinematheque/ui/field';
import { Select } from '@cinematheque/ui/select';

/** What the orders of films are called. */
const labels = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  title: 'Title, A to Z',
  longest: 'Longest first',
  shortest: 'Shortest first',
  budget: 'Biggest budget',
  favorites: 'Most kept',
  added: 'Added lately',
} as const satisfies Record<MovieSort, string>;

export interface OrderSelectProps {
  sort: MovieSort | undefined;
  /** The order that a list has unless told otherwise, where that is none of all films: "Last kept". */
  own?: string;
}

/** The order of a list of films, as a field of the form around it. */
export function OrderSelect({ sort, own }: OrderSelectProps) {
  return (
    <Field label="Order">
      {(control) => (
        <Select {...control} name="sort" defaultValue={sort ?? ''}>
          {own && <option value="">{own}</option>}
          {movieSorts.map((name) => (
            <option key={name} value={name === 'newest' && !own ? '' : name}>
              {labels[name]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
