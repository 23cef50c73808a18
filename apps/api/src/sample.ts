import { sql } from 'kysely';
import type { Json } from './json.ts';

/** So many rows of a large table, about, stand for all (docs/decisions/0016-samples.md). */
const ROWS = 5_000;

/**
 * The share of a table's rows, in percent. How many these are PostgreSQL has counted some time ago, or not yet: then its
 * size tells, with rows taken for large.
 */
const percent = (table: string): Json =>
  sql`(select least(100, 100.0 * ${sql.lit(ROWS)} / greatest(reltuples, pg_relation_size(oid) / 500, 1))
    from pg_class where oid = ${sql.lit(table)}::regclass)`;

/**
 * The sample as `from` takes it: whole pages, the same ones each time, so that a count does not flicker. The limit,
 * twice as much as there is, tells the planner, who cannot know the share and would read other tables whole.
 */
export const sampleOf = (table: string, alias: string): Json =>
  sql`(select * from ${sql.table(table)} tablesample system (${percent(table)}) repeatable (1)
    limit ${sql.lit(2 * ROWS)}) ${sql.ref(alias)}`;

/** How many rows of the table each row of the sample stands for. */
export const weightIn = (table: string): Json => sql`(100 / ${percent(table)})`;

/** A number above 0 that a sample tells: its two leading digits, for the others would pretend. */
export const inRound = (value: Json): Json =>
  sql`round(${value}::numeric, 1 - floor(log(${value}))::int)::int`;
