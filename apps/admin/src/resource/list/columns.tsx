import type { ReactNode } from 'react';
import { type Field, fieldsOf } from '../fields.ts';
import { humanize } from '../humanize.ts';
import type { Column, Unit } from '../resource.ts';

/** The head of a column. `sort` is the name to sort by, null where that is impossible. */
export interface Head {
  name: string;
  header: string;
  numeric: boolean;
  unit: Unit | undefined;
  sort: string | null;
  /** The one that says what the row is: the link. It cannot be hidden. */
  main: boolean;
  hidden: boolean;
  /** The field that its cell can be edited as. */
  edit: Field | null;
}

/** A row as the table draws it: its cells by the names of their columns. */
export interface Line {
  id: string;
  title: string;
  cells: Record<string, ReactNode>;
  picture: ReactNode;
}

/** What a list knows of every row. */
export interface Listed<Id> {
  id: Id;
  createdAt: string;
  updatedAt: string;
}

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' });

/** The columns that every list has, for whoever chooses them. */
export const timeColumns = [
  {
    name: 'createdAt',
    header: 'Added',
    hidden: true,
    cell: (row: Listed<unknown>) => day.format(new Date(row.createdAt)),
  },
  {
    name: 'updatedAt',
    header: 'Changed',
    hidden: true,
    cell: (row: Listed<unknown>) => day.format(new Date(row.updatedAt)),
  },
];

export function headOf<Row, In>(columns: Column<Row, In>[], sorts: string[]): Head[] {
  return columns.map((column, index) => {
    const {
      name,
      header,
      numeric,
      unit,
      hidden,
      edit,
    }: Exclude<Column<Row, In>, string> = typeof column === 'string'
      ? { name: column, header: humanize(column), cell: () => null }
      : column;
    return {
      name,
      header,
      unit,
      numeric: numeric ?? false,
      hidden: hidden ?? false,
      sort: sorts.includes(name) ? name : null,
      main: index === 0,
      edit: edit?.(fieldsOf<In>()) ?? null,
    };
  });
}

/** Draws rows: a plain column shows the value under its key. */
export const lineOf =
  <Row, In>(
    columns: Column<Row, In>[],
    picture: ((row: Row) => ReactNode) | undefined,
    identify: (row: Row) => { id: string; title: string },
  ) =>
  (row: Row): Line => ({
    ...identify(row),
    picture: picture?.(row) ?? null,
    cells: Object.fromEntries(
      columns.map((column) =>
        typeof column === 'string' ? [column, `${row[column] ?? ''}`] : [column.name, column.cell(row)],
      ),
    ),
  });

/** The word that follows a cell's number. */
export const unitOf = ({ unit }: Head, cell: ReactNode): string | undefined =>
  typeof unit === 'object' ? unit[Number(cell) === 1 ? 0 : 1] : unit;

/** The columns that a user sees: those chosen, in their order; the main one always, unchosen ones never. */
export function shownOf(head: Head[], chosen: string[] | undefined): Head[] {
  if (!chosen) return head.filter(({ hidden }) => !hidden);
  const shown = chosen.flatMap((name) => head.find((column) => column.name === name) ?? []);
  return shown.some(({ main }) => main) ? shown : [...head.filter(({ main }) => main), ...shown];
}
