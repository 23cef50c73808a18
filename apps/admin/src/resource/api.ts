import type { CatalogClient, RouterOutputs } from '@cinematheque/client';
import type { Fields, Filter } from '@cinematheque/shared/filter';
import type { BulkPreview, Total } from '@cinematheque/shared/resource';

type Admin = RouterOutputs['admin'];

/** The resources that the API has: whatever is listed, read, saved and removed. A new one there is a new name here. */
export type ResourceName = {
  [Name in keyof Admin]: Admin[Name] extends { list: unknown; get: unknown; update: unknown; remove: unknown }
    ? Name
    : never;
}[keyof Admin];

/** Those that a picker can offer. */
export type PickableName = {
  [Name in ResourceName]: CatalogClient['admin'][Name] extends { options: unknown } ? Name : never;
}[ResourceName];

/** A record as a form loads it: with the version that a save is based on. */
export interface Versioned {
  changeId: number;
}

/** What a list is asked for. */
export interface ListInput<F extends Fields> {
  q?: string;
  filter?: Filter<F>;
  sort?: string[];
  cursor?: string;
  limit?: number;
}

/** Where a record stands in a list. */
export interface Place<Id> {
  previous: Id | null;
  next: Id | null;
  place: number | null;
  total: Total;
}

/**
 * What a resource's router can do. `Row` is what its list gives, `Item` what its form edits, `In` what it takes, `F`
 * what the list is filtered by.
 */
export interface ResourceApi<Id, Row, Item, In, F extends Fields> {
  list: {
    query: (input: ListInput<F>) => Promise<{ items: Row[]; nextCursor: string | null; total: Total }>;
  };
  count: { query: (input: { q?: string; filter?: Filter<F>; exact?: boolean }) => Promise<{ total: Total }> };
  place: {
    query: (input: { id: Id; q?: string; filter?: Filter<F>; sort?: string[] }) => Promise<Place<Id>>;
  };
  get: { query: (input: { id: Id }) => Promise<{ item: Item }> };
  update: {
    mutate: (input: { id: Id; data: Partial<In>; baseChangeId?: number }) => Promise<{ item: Item }>;
  };
  remove: { mutate: (input: { ids: Id[] }) => Promise<{ removed: number }> };
}

/** A router whose records are made by a form, too. */
export interface CreatableApi<Id, Row, Item, In, F extends Fields> extends ResourceApi<Id, Row, Item, In, F> {
  create: { mutate: (input: { data: In }) => Promise<{ item: Item }> };
}

/** What a bulk edit is about: some records, or all that the list holds. */
export interface Selection<Id, F extends Fields> {
  ids?: Id[];
  all?: true;
  q?: string;
  filter?: Filter<F>;
}

/** A router that changes many records at once. */
export interface BulkApi<Id, F extends Fields, Edit> {
  bulkPreview: { mutate: (input: { of: Selection<Id, F>; edit: Edit }) => Promise<BulkPreview> };
  bulkUpdate: { mutate: (input: { of: Selection<Id, F>; edit: Edit }) => Promise<{ changed: number }> };
}
