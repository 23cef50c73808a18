import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { type ComponentType, Suspense } from 'react';
import type { z } from 'zod';
import { later } from '../later.ts';
import type { CreatableApi, ResourceApi, Selection, Versioned } from './api.ts';
import { type AnyForm, formOf } from './form/form-of.tsx';
import { RecordBones } from './form/record-bones.tsx';
import type { FormSource, Snapshot } from './form/use-form.ts';
import { emptied, messagesOf } from './form/values.ts';
import { type IdCodec, pairId, serialId } from './id.ts';
import type { InPlaceProps } from './in-place.ts';
import { headOf, type Listed, lineOf, timeColumns } from './list/columns.tsx';
import { ListPage } from './list/list-page.tsx';
import type { Chosen, ListSource } from './list/list-props.ts';
import { type ListSearch, listInput, pageInput } from './list/list-search.ts';
import { PlaceInList } from './list/place-in-list.tsx';
import { useViewState } from './list/views/use-views.ts';
import type { ListFields, Resource, ResourceOptions } from './resource.ts';

const RecordPage = later(() => import('./form/record-page.tsx'));
const InPlaceDialog = later(() => import('./form/in-place-dialog.tsx'));

/** What the API adds to the options. How a new record is made is either a form or a component in the list's head. */
interface Wiring<Id, Row, Item, In, F extends ListFields> {
  api: ResourceApi<Id, Row, Item, In, F>;
  id: IdCodec<Id>;
  create: ((data: In) => Promise<{ item: Item }>) | null;
  Add: ComponentType | null;
}

/** A resource. Its row and its input are inferred from `api` and `input`, and stay in its closures. */
export function defineResource<
  Row extends Listed<number>,
  Item extends Versioned & { id: number },
  In,
  F extends ListFields,
>({
  api,
  ...options
}: ResourceOptions<number, Row, Item, In, F> & { api: CreatableApi<number, Row, Item, In, F> }): Resource {
  return build(options, { api, id: serialId, create: (data) => api.create.mutate({ data }), Add: null });
}

/** A join table: its id is the pair that it joins. */
export function definePairs<
  Pair extends Record<string, number>,
  Row extends Listed<Pair>,
  Item extends Versioned & { id: Pair },
  In,
  F extends ListFields,
>({
  api,
  pair,
  ...options
}: ResourceOptions<Pair, Row, Item, In, F> & {
  api: CreatableApi<Pair, Row, Item, In, F>;
  pair: z.ZodType<Pair> & { shape: Record<string, unknown> };
}): Resource {
  return build(options, { api, id: pairId(pair), create: (data) => api.create.mutate({ data }), Add: null });
}

/** A resource whose records come in another way than by a form. */
export function defineUploads<
  Row extends Listed<number>,
  Item extends Versioned & { id: number },
  In,
  F extends ListFields,
>({
  api,
  Add,
  ...options
}: ResourceOptions<number, Row, Item, In, F> & {
  api: ResourceApi<number, Row, Item, In, F>;
  Add: ComponentType;
}): Resource {
  return build(options, { api, id: serialId, create: null, Add });
}

function build<Id, Row extends Listed<Id>, Item extends Versioned & { id: Id }, In, F extends ListFields>(
  options: ResourceOptions<Id, Row, Item, In, F>,
  { api, id, create, Add }: Wiring<Id, Row, Item, In, F>,
): Resource {
  const { name, input, title, sorts, fields, administrators = false, label, one, group, icon } = options;
  const { Above = null, Below = null } = options;
  const form = formOf<Item, In>(options.form, input);
  const part = input.partial();
  const known = (ref: string): Id => {
    const found = id.parse(ref);
    if (found === null) throw new Error(`${ref} is no ${one}`);
    return found;
  };
  const snapshot = ({ item }: { item: Item }): Snapshot => ({
    id: id.format(item.id),
    title: title(item),
    values: form.read(item),
    changeId: item.changeId,
  });
  const sourceOf = ({ read, write, labels }: AnyForm<Item>, given: Partial<In> = {}): FormSource => ({
    blank: { ...read(null), ...given },
    labels,
    write: (values) => emptied(write(values), input.shape),
    check(changes, whole) {
      const result = (whole ? input : part).safeParse(changes);
      return result.success ? {} : messagesOf(result.error);
    },
    create: create && (async (values) => snapshot(await create(input.parse(values)))),
    update: async (ref, changes, baseChangeId) =>
      snapshot(await api.update.mutate({ id: known(ref), data: part.parse(changes), baseChangeId })),
  });
  const source = sourceOf(form);
  const shared = {
    resource: { name, label, one, page: options.page },
    remove: (refs: string[]) => api.remove.mutate({ ids: refs.map(known) }),
  };
  const columns = [...options.columns, ...timeColumns];
  const head = headOf(columns, sorts);
  const line = lineOf(columns, options.picture, (row: Row) => ({
    id: id.format(row.id),
    title: title(row),
  }));
  const asked = (search: ListSearch) => listInput(search, sorts, fields);
  const selection = (of: Chosen): Selection<Id, F> => {
    if ('ids' in of) return { ids: of.ids.map(known) };
    const { q, filter } = asked(of.all);
    return { all: true, q, filter };
  };
  const list: ListSource = {
    ...{ name, label, one, fields, sorts, head },
    labels: { ...Object.fromEntries(head.map((column) => [column.name, column.header])), ...form.labels },
    hasPictures: options.picture !== undefined,
    bulk: (options.bulk ?? []).map(({ preview, apply, ...action }) => ({
      ...action,
      preview: (of, values) => preview(selection(of), values),
      apply: (of, values) => apply(selection(of), values),
    })),
    async count(search, exact) {
      const { sort: _, ...of } = asked(search);
      return (await api.count.query({ ...of, exact })).total;
    },
    async place(ref, search) {
      const { previous, next, ...place } = await api.place.query({ id: known(ref), ...asked(search) });
      const format = (neighbor: Id | null) => (neighbor === null ? null : id.format(neighbor));
      return { ...place, previous: format(previous), next: format(next) };
    },
    async load(ref) {
      const { item } = await api.get.query({ id: known(ref) });
      return { values: Object.fromEntries(Object.entries(item)), changeId: item.changeId };
    },
    save: (ref, changes, baseChangeId) =>
      api.update.mutate({ id: known(ref), data: part.parse(emptied(changes, input.shape)), baseChangeId }),
    check(changes) {
      const result = part.safeParse(emptied(changes, input.shape));
      return result.success ? {} : messagesOf(result.error);
    },
    remove: shared.remove,
    async peek(ref) {
      const { item } = await api.get.query({ id: known(ref) });
      return { picture: options.picture?.(item), more: options.peek?.(item) };
    },
  };

  function List({ search }: { search: ListSearch }) {
    const { state, ready } = useViewState(name, search);
    const asked = pageInput(state, sorts, fields);
    const page = useQuery({
      queryKey: [name, 'list', asked],
      queryFn: ready ? () => api.list.query(asked) : skipToken,
      placeholderData: keepPreviousData,
    });
    const lines = page.data?.items.map(line);
    return (
      <ListPage source={list} {...{ search: state, page, lines }} Add={Add} searchHint={options.searchHint} />
    );
  }

  function Edit({ id: ref, search }: { id: string; search: ListSearch }) {
    const key = id.parse(ref);
    const { state } = useViewState(name, search);
    // Always read anew: a save is refused over a version that is no longer the newest.
    const record = useQuery({
      queryKey: [name, 'get', ref],
      queryFn: key === null ? skipToken : async () => snapshot(await api.get.query({ id: key })),
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
    });
    return (
      <Suspense fallback={<RecordBones one={one} />}>
        <RecordPage
          key={ref}
          {...shared}
          {...{ source, record }}
          Body={form.Body}
          exists={key !== null}
          place={key !== null && <PlaceInList source={list} id={ref} search={state} from={search} />}
        />
      </Suspense>
    );
  }

  const quick = options.inPlace;
  const quickForm = quick && formOf<Item, In>(quick.form, input);
  const InPlace =
    quick && quickForm
      ? (props: InPlaceProps) => (
          <InPlaceDialog
            {...props}
            one={one}
            Body={quickForm.Body}
            source={sourceOf(quickForm, quick.read(props.typed))}
          />
        )
      : null;

  const Create = () => (
    <Suspense fallback={<RecordBones one={one} />}>
      <RecordPage {...shared} source={source} record={null} Body={form.Body} exists />
    </Suspense>
  );

  return {
    ...{ name, label, one, group, icon, administrators },
    fields: Object.keys(form.read(null)),
    ...{ List, Edit, Create: create && Create, InPlace, Above, Below },
  };
}
