import { movieSorts } from '@cinematheque/shared/movie';
import { Button } from '@cinematheque/ui/button';
import { Field } from '@cinematheque/ui/field';
import { Select } from '@cinematheque/ui/select';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { SubmitEvent } from 'react';
import { useSite } from '../context.ts';
import { useFileUrl } from '../links.ts';
import { allOf, parseSearch } from '../search-params.ts';
import { type Browse, browseSearch, type ChoiceKind, searchOf } from './browse-search.ts';
import { countriesOptions, genresOptions } from './choices.ts';
import styles from './filter-form.module.css';
import { sortLabels } from './sorts.ts';

/** Genre, country and order: at once where a script runs, by a button where none does. */
export function FilterForm({ browse }: { browse: Browse }) {
  const site = useSite();
  const fileUrl = useFileUrl();
  const navigate = useNavigate();
  const { data: genres } = useSuspenseQuery(genresOptions(site));
  const { data: countries } = useSuspenseQuery(countriesOptions(site));

  function apply(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const entries = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
    const search = browseSearch(parseSearch(new URLSearchParams(entries).toString()));
    void navigate({ to: '/movies', search, resetScroll: false });
  }

  return (
    <form
      key={JSON.stringify(searchOf(browse))}
      action={fileUrl('/movies')}
      className={styles.form}
      onSubmit={apply}
      onChange={(event) => event.currentTarget.requestSubmit()}
      aria-label="Filter films"
    >
      <KeptFilters browse={browse} />
      <Field label="Genre">
        {(control) => (
          <Select {...control} name="genre" defaultValue={chosen(browse, 'genre')}>
            <option value="">All genres</option>
            {genres.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Country">
        {(control) => (
          <Select {...control} name="country" defaultValue={chosen(browse, 'country')}>
            <option value="">All countries</option>
            {countries.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Order">
        {(control) => (
          <Select {...control} name="sort" defaultValue={browse.sort ?? ''}>
            {movieSorts.map((sort) => (
              <option key={sort} value={sort === 'newest' ? '' : sort}>
                {sortLabels[sort]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className={styles.submit}>
        <Button type="submit" variant="primary">
          Show
        </Button>
      </div>
    </form>
  );
}

/** The one value that a select can show; several are told by the chips. */
function chosen({ choices }: Browse, kind: ChoiceKind): string {
  const values = choices.filter((choice) => choice.kind === kind && !choice.exclude);
  return values.length === 1 ? String(values[0]?.value) : '';
}

/** What the selects do not show goes along unseen. */
function KeptFilters({ browse }: { browse: Browse }) {
  const choices = browse.choices.filter(
    ({ kind, exclude }) => exclude || (kind !== 'genre' && kind !== 'country'),
  );
  const kept = searchOf({ ...browse, choices, sort: undefined, after: undefined });
  return Object.entries(kept).flatMap(([name, values]) =>
    allOf(values).map((value) => <input key={`${name}-${value}`} type="hidden" name={name} value={value} />),
  );
}
