import { Field } from '@cinematheque/ui/field';
import { Select } from '@cinematheque/ui/select';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useSite } from '../context.ts';
import { allOf } from '../search-params.ts';
import { type Browse, type ChoiceKind, searchOf } from './browse-search.ts';
import { countriesOptions, genresOptions } from './choices.ts';
import { InstantForm } from './instant-form.tsx';
import { OrderSelect } from './order-select.tsx';

/** Genre, country and order. */
export function FilterForm({ browse }: { browse: Browse }) {
  const site = useSite();
  const { data: genres } = useSuspenseQuery(genresOptions(site));
  const { data: countries } = useSuspenseQuery(countriesOptions(site));
  return (
    <InstantForm path="/movies" label="Filter films" state={JSON.stringify(searchOf(browse))}>
      <KeptFilters browse={browse} />
      <ChoiceSelect label="Genre" all="All genres" kind="genre" options={genres} browse={browse} />
      <ChoiceSelect label="Country" all="All countries" kind="country" options={countries} browse={browse} />
      <OrderSelect sort={browse.sort} />
    </InstantForm>
  );
}

interface ChoiceSelectProps {
  label: string;
  all: string;
  kind: ChoiceKind;
  options: { id: number; name: string }[];
  browse: Browse;
}

function ChoiceSelect({ label, all, kind, options, browse }: ChoiceSelectProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} name={kind} defaultValue={chosen(browse, kind)}>
          <option value="">{all}</option>
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** The one value that a select can show; several are told by the chips. */
function chosen({ choices }: Browse, kind: ChoiceKind): number | '' {
  const [first, ...more] = choices.filter((choice) => choice.kind === kind && !choice.exclude);
  return first && !more.length ? first.value : '';
}

/** What the selects do not show goes along unseen. */
function KeptFilters({ browse }: { browse: Browse }) {
  const selected = { genre: chosen(browse, 'genre'), country: chosen(browse, 'country') };
  const choices = browse.choices.filter(
    ({ kind, value, exclude }) =>
      exclude || (kind !== 'genre' && kind !== 'country') || selected[kind] !== value,
  );
  const kept = searchOf({ ...browse, choices, sort: undefined, after: undefined });
  return Object.entries(kept).flatMap(([name, values]) =>
    allOf(values).map((value) => <input key={`${name}-${value}`} type="hidden" name={name} value={value} />),
  );
}
