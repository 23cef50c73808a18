import type { Field as FilterField } from '@cinematheque/shared/filter';
import type { BulkPreview } from '@cinematheque/shared/resource';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import type { z } from 'zod';
import type { PickableName, ResourceName, Selection } from './api.ts';
import type { Field, fieldsOf } from './fields.ts';
import type { Form, Values } from './form/use-form.ts';
import type { Labels } from './humanize.ts';
import type { InPlaceProps } from './in-place.ts';
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
  Edit: ComponentType<{ id: string; search: ListSearch }>;
  /** Null where records are made in another way. */
  Create: ComponentType | null;
  /** The keys of the input that its form edits. */
  fields: readonly string[];
  /** What pickers create one with; null where they do not. */
  InPlace: ComponentType<InPlaceProps> | null;
  /** Stands above the list. */
  Above: ComponentType | null;
  /** Stands below the form of a record. */
  Below: ComponentType<{ id: string }> | null;
}

/** The keys of a row that can be shown as they are. */
export type PlainKey<Row> = {
  [Key in keyof Row]-?: NonNullable<Row[Key]> extends string | number ? Key : never;
}[keyof Row] &
  string;

/** What follows a number: "min", or one word for one and one for many. */
export type Unit = string | readonly [one: string, many: string];

/**
 * A column: a key of the row, or a cell drawn from it. It can be sorted by when `sorts` has its name. `unit` follows
 * a number where there is no room for the header: "96 min". With `edit` its cell can be edited in its place; a `hidden`
 * one is shown to whoever chooses it.
 */
export type Column<Row, In> =
  | PlainKey<Row>
  | {
      name: string;
      header: string;
      cell: (row: Row) => ReactNode;
      numeric?: boolean;
      unit?: Unit;
      hidden?: boolean;
      edit?: (fields: ReturnType<typeof fieldsOf<In>>) => Field;
    };

/** What a list is filtered by; what a relation leads to must be something that a picker offers. */
export type ListFields = Record<string, FilterField & { to?: PickableName }>;

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

export type FieldList<In> = (fields: ReturnType<typeof fieldsOf<In>>) => Field[];
export type FormSpec<Item, In> = FieldList<In> | CustomForm<Item>;

/** One thing that can be done to many records: what is asked for, what it would do, and doing it. */
export interface BulkAction<Id, F extends ListFields> {
  label: string;
  field: Field;
  /** Whether it may also empty the field. */
  empties: boolean;
  preview: (of: Selection<Id, F>, values: Values) => Promise<BulkPreview>;
  apply: (of: Selection<Id, F>, values: Values) => Promise<{ changed: number }>;
}

/** What is said of a resource; everything else follows. */
export interface ResourceOptions<Id, Row, Item, In, F extends ListFields>
  extends Pick<Resource, 'name' | 'label' | 'one' | 'group' | 'icon'> {
  administrators?: boolean;
  input: InputSchema<In>;
  /** What a record is called in headings and questions: never a bare id. */
  title: (record: Row | Item) => string;
  columns: Column<Row, In>[];
  /** What the API filters the list by. */
  fields: F;
  /** What the API sorts by. */
  sorts: string[];
  /** The search box's words, where the default would promise too much. */
  searchHint?: string;
  form: FormSpec<Item, In>;
  /** What pickers ask for when they create one, and what is known of it from what was typed. */
  inPlace?: { form: FieldList<In>; read: (typed: string) => Partial<In> };
  Above?: ComponentType;
  Below?: ComponentType<{ id: string }>;
  /** What can be done to many records at once. */
  bulk?: BulkAction<Id, F>[];
  /** The record's picture, 2:3, for the list as a grid and for the drawer. */
  picture?: (row: Row | Item) => ReactNode;
  /** What the drawer shows besides the columns. */
  peek?: (item: Item) => ReactNode;
  /** The record's public page, below the site's root. */
  page?: (id: string) => string;
}
