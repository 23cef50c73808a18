import type { LucideIcon } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import type { z } from 'zod';
import type { ResourceName } from './api.ts';
import type { Field, fieldsOf } from './fields.ts';
import type { Form, Values } from './form/use-form.ts';
import type { Labels } from './humanize.ts';
import type { ListSearch } from './list/list-search.ts';

/** A resource as menu and routes know it: all types of its own stay in its closures. */
export interface Resource {
  name: ResourceName;
  /** What many are called: "Genres". */
  label: string;
  /** What one is called: "genre". */
  one: string;
  group: 'Catalog' | 'Library' | 'Joins' | 'People';
  icon: LucideIcon;
  /** Administrators only. */
  administrators: boolean;
  List: ComponentType<{ search: ListSearch }>;
  Edit: ComponentType<{ id: string }>;
  /** Null where records are made in another way. */
  Create: ComponentType | null;
}

/** The keys of a row that can be shown as they are. */
export type PlainKey<Row> = {
  [Key in keyof Row]-?: NonNullable<Row[Key]> extends string | number ? Key : never;
}[keyof Row] &
  string;

/**
 * A column: a key of the row, or a cell drawn from it. It can be sorted by when `sorts` has its name. `unit` follows
 * a number where there is no room for the header: "96 min".
 */
export type Column<Row> =
  | PlainKey<Row>
  | { name: string; header: string; cell: (row: Row) => ReactNode; numeric?: boolean; unit?: string };

/** A zod object, by its values: being generic over schemas themselves goes nowhere. */
export interface InputSchema<In> extends z.ZodType<In, In> {
  shape: Record<string, z.ZodType>;
  partial(): z.ZodType<Partial<In>, Partial<In>>;
}

/** A form of one's own: its fields, how it takes its values from a record, and how it gives them back. */
export interface CustomForm<Item> {
  component: ComponentType<{ form: Form }>;
  labels: Labels;
  read: (item: Item | null) => Values;
  write: (values: Values) => Values;
}

export type FormSpec<Item, In> = ((fields: ReturnType<typeof fieldsOf<In>>) => Field[]) | CustomForm<Item>;

/** What is said of a resource; everything else follows. */
export interface ResourceOptions<Row, Item, In>
  extends Pick<Resource, 'name' | 'label' | 'one' | 'group' | 'icon'> {
  administrators?: boolean;
  input: InputSchema<In>;
  /** What a record is called in headings and questions: never a bare id. */
  title: (record: Row | Item) => string;
  columns: Column<Row>[];
  /** What the API sorts by. */
  sorts: string[];
  /** The search box's words, where the default would promise too much. */
  searchHint?: string;
  form: FormSpec<Item, In>;
  /** The record's public page, below the site's root. */
  page?: (id: string) => string;
}
