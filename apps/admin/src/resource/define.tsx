import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { z } from 'zod';
import type { CreatableApi, ResourceApi, Versioned } from './api.ts';
import { formOf } from './form/form-of.tsx';
import { RecordPage } from './form/record-page.tsx';
import type { FormSource, Snapshot } from './form/use-form.ts';
import { emptied, messagesOf } from './form/values.ts';
import { type IdCodec, pairId, serialId } from './id.ts';
import { headOf, lineOf } from './list/columns.tsx';
import { ListPage } from './list/list-page.tsx';
import { type ListSearch, listInput } from './list/list-search.ts';
import type { Resource, ResourceOptions } from './resource.ts';

/** What the API adds to the options. How a new record is made is either a form or a component in the list's head. */
interface Wiring<Id, Row, Item, In> {
  api: ResourceApi<Id, Row, Item, In>;
  id: IdCodec<Id>;
  create: ((data: In) => Promise<{ item: Item }>) | null;
  Add: ComponentType | null;
}

/** A resource. Its row and its input are inferred from `api` and `input`, and stay in its closures. */
export function defineResource<Row extends { id: number }, Item extends Versioned & { id: number }, In>({
  api,
  ...options
}: ResourceOptions<Row, Item, In> & { api: CreatableApi<number, Row, Item, In> }): Resource {
  return build(options, { api, id: serialId, create: (data) => api.create.mutate({ data }), Add: null });
}

/** A join table: its id is the pair that it joins. */
export function definePairs<
  Pair extends Record<string, number>,
  Row extends { id: Pair },
  Item extends Versioned & { id: Pair },
  In,
>({
  api,
  pair,
  ...options
}: ResourceOptions<Row, Item, In> & {
  api: CreatableApi<Pair, Row, Item, In>;
  pair: z.ZodType<Pair> & { shape: Record<string, unknown> };
}): Resource {
  return build(options, { api, id: pairId(pair), create: (data) => api.create.mutate({ data }), Add: null });
}

/** A resource whose records come in another way than by a form. */
export function defineUploads<Row extends { id: number }, Item extends Versioned & { id: number }, In>({
  api,
  Add,
  ...options
}: ResourceOptions<Row, Item, In> & {
  api: ResourceApi<number, Row, Item, In>;
  Add: ComponentType;
}): Resource {
  return build(options, { api, id: serialId, create: null, Add });
}

function build<Id, Row extends { id: Id }, Item extends Versioned & { id: Id }, In>(
  options: ResourceOptions<Row, Item, In>,
  { api, id, create, Add }: Wiring<Id, Row, Item, In>,
): Resource {
  const { name, input, title, sorts, administrators = false, label, one, group, icon } = options;
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
  const source: FormSource = {
    blank: form.read(null),
    labels: form.labels,
    write: (values) => emptied(form.write(values), input.shape),
    check(changes, whole) {
      const result = (whole ? input : part).safeParse(changes);
      return result.success ? {} : messagesOf(result.error);
    },
    create: create && (async (values) => snapshot(await create(input.parse(values)))),
    update: async (ref, changes, baseChangeId) =>
      snapshot(await api.update.mutate({ id: known(ref), data: part.parse(changes), baseChangeId })),
  };
  const shared = {
    resource: { name, label, one, page: options.page },
    remove: (refs: string[]) => api.remove.mutate({ ids: refs.map(known) }),
  };
  const head = headOf(options.columns, sorts);
  const line = lineOf(options.columns, (row: Row) => ({ id: id.format(row.id), title: title(row) }));

  function List({ search }: { search: ListSearch }) {
    const asked = listInput(search, sorts);
    const page = useQuery({
      queryKey: [name, 'list', asked],
      queryFn: () => api.list.query(asked),
      placeholderData: keepPreviousData,
    });
    const lines = page.data?.items.map(line);
    return (
      <ListPage {...shared} {...{ head, search, page, lines }} Add={Add} searchHint={options.searchHint} />
    );
  }

  function Edit({ id: ref }: { id: string }) {
    const key = id.parse(ref);
    // Always read anew: a save is refused over a version that is no longer the newest.
    const record = useQuery({
      queryKey: [name, 'get', ref],
      queryFn: key === null ? skipToken : async () => snapshot(await api.get.query({ id: key })),
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
    });
    return (
      <RecordPage key={ref} {...shared} {...{ source, record }} Body={form.Body} exists={key !== null} />
    );
  }

  const Create = () => <RecordPage {...shared} source={source} record={null} Body={form.Body} exists />;

  return { name, label, one, group, icon, administrators, List, Edit, Create: create && Create };
}
