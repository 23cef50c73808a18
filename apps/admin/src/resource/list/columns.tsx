import type { ReactNode } from 'react';
import { humanize } from '../humanize.ts';
import type { Column } from '../resource.ts';

/** The head of a column. `sort` is the name to sort by, null where that is impossible. */
export interface Head {
  name: string;
  header: string;
  numeric: boolean;
  unit: string | undefined;
  sort: string | null;
}

/** A row as the table draws it. */
export interface Line {
  id: string;
  title: string;
  cells: ReactNode[];
}

export function headOf<Row>(columns: Column<Row>[], sorts: string[]): Head[] {
  return columns.map((column) => {
    const {
      name,
      header,
      numeric = false,
      unit = undefined,
    } = typeof column === 'string' ? { name: column, header: humanize(column) } : column;
    return { name, header, numeric, unit, sort: sorts.includes(name) ? name : null };
  });
}

/** Draws rows: a plain column shows the value under its key. */
export const lineOf =
  <Row,>(columns: Column<Row>[], identify: (row: Row) => { id: string; title: string }) =>
  (row: Row): Line => ({
    ...identify(row),
    cells: columns.map((column) => (typeof column === 'string' ? `${row[column] ?? ''}` : column.cell(row))),
  });
