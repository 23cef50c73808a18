import { sql } from 'kysely';
import type { Json } from './json.ts';

/** Of a large table so many rows, about, stand for all. */
const ROWS = 10_000;

/** The share of a table's rows, in percent; all while PostgreSQL has not counted it yet. */
const percent = (table: string): Json =>
  sql`(select least(100, 100.0 * ${sql.lit(ROWS)} / greatest(reltuples, 1)) from pg_class
    where oid = ${sql.lit(table)}::regclass)`;

/** A table as `from` takes it, with whole pages of it only: the same ones each time, so that a count does not flicker. */
export const sampleOf = (table: string, alias: string): Json =>
  sql`${sql.table(table)} ${sql.ref(alias)} tablesample system (${percent(table)}) repeatable (1)`;

/** How many rows of the table each row of its sample stands for. */
export const weightIn = (table: string): Json => sql`(100 / ${percent(table)})`;
