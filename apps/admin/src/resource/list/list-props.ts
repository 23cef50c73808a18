import type { BulkPreview, Total } from '@cinematheque/shared/resource';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { Place } from '../api.ts';
import type { Field } from '../fields.ts';
import type { Values } from '../form/values.ts';
import type { Labels } from '../humanize.ts';
import type { ListFields, Resource } from '../resource.ts';
import type { Head, Line } from './columns.tsx';
import type { ListSearch } from './list-search.ts';

/** Some rows, or all that the list holds. */
export type Chosen = { ids: string[] } | { all: ListSearch };

/** A bulk action whose types stay in its resource's closures. */
export interface BulkOffer {
  label: string;
  field: Field;
  empties: boolean;
  preview: (of: Chosen, values: Values) => Promise<BulkPreview>;
  apply: (of: Chosen, values: Values) => Promise<{ changed: number }>;
}

/** What a list can do, whichever resource it is of: the typed API stays behind it. */
export interface ListSource {
  name: Resource['name'];
  label: string;
  one: string;
  fields: ListFields;
  /** What fields are called in the filter. */
  labels: Labels;
  sorts: string[];
  head: Head[];
  bulk: BulkOffer[];
  hasPictures: boolean;
  count: (search: ListSearch, exact: boolean) => Promise<Total>;
  place: (id: string, search: ListSearch) => Promise<Place<string>>;
  /** What a cell's editor begins with, and the version that its save is based on. */
  load: (id: string) => Promise<{ values: Values; changeId: number }>;
  save: (id: string, changes: Values, baseChangeId: number) => Promise<unknown>;
  /** What is wrong with these values, before they are sent. */
  check: (changes: Values) => Record<string, string>;
  remove: (ids: string[]) => Promise<{ removed: number }>;
  /** What the drawer shows of a record. */
  peek: (id: string) => Promise<{ picture: ReactNode; more: ReactNode }>;
}

/** What a list is made of. */
export interface ListPageProps {
  source: ListSource;
  search: ListSearch;
  page: UseQueryResult<{ nextCursor: string | null; total: Total }>;
  lines: Line[] | undefined;
  /** Stands where the button for a new record would. */
  Add: ComponentType | null;
  searchHint: string | undefined;
}
