import type { CatalogClient, RouterOutputs } from '@cinematheque/client';
import type { Total } from '@cinematheque/shared/resource';

/** The resources that the API has. A new router there is a new name here. */
export type ResourceName = keyof RouterOutputs['admin'];

/** Those that a picker can offer. */
export type PickableName = {
  [Name in ResourceName]: CatalogClient['admin'][Name] extends { options: unknown } ? Name : never;
}[ResourceName];

/** A record as a form loads it: with the version that a save is based on. */
export interface Versioned {
  changeId: number;
}

export interface ListInput {
  q?: string;
  sort?: string[];
  cursor?: string;
  limit?: number;
}

/** What a resource's router can do. `Row` is what its list gives, `Item` what its form edits, `In` what it takes. */
export interface ResourceApi<Id, Row, Item, In> {
  list: {
    query: (input: ListInput) => Promise<{ items: Row[]; nextCursor: string | null; total: Total }>;
  };
  get: { query: (input: { id: Id }) => Promise<{ item: Item }> };
  update: {
    mutate: (input: { id: Id; data: Partial<In>; baseChangeId?: number }) => Promise<{ item: Item }>;
  };
  remove: { mutate: (input: { ids: Id[] }) => Promise<{ removed: number }> };
}

/** A router whose records are made by a form, too. */
export interface CreatableApi<Id, Row, Item, In> extends ResourceApi<Id, Row, Item, In> {
  create: { mutate: (input: { data: In }) => Promise<{ item: Item }> };
}
