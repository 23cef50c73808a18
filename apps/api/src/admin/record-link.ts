import type { RecordLink } from '@cinematheque/shared/dashboard';
import { sql } from 'kysely';
import type { Json } from '../json.ts';

const year = (column: string): Json => sql`extract(year from ${sql.ref(column)})::text`;
const nameOf = (alias: string): Json =>
  sql`concat_ws(' ', ${sql.ref(`${alias}.first_name`)}, ${sql.ref(`${alias}.last_name`)})`;

/** How each kind of record is named in one line, over alias t. */
const names: Record<RecordLink['resource'], { label: Json; hint: Json }> = {
  movies: {
    label: sql`t.title`,
    hint: sql`concat_ws(', ', ${year('t.release_date')},
      (select ${nameOf('d')} from directors d where d.id = t.director_id))`,
  },
  persons: { label: nameOf('t'), hint: sql`'born ' || ${year('t.date_of_birth')}` },
  directors: { label: nameOf('t'), hint: sql`null::text` },
  characters: {
    label: sql`t.name`,
    hint: sql`(select 'in ' || m.title from movies m where m.id = t.movie_id)`,
  },
  genres: { label: sql`t.name`, hint: sql`null::text` },
  countries: { label: sql`t.name`, hint: sql`t.iso_code::text` },
};

const linkOf = (resource: RecordLink['resource']): Json => {
  const { label, hint } = names[resource];
  return sql`json_build_object('resource', ${sql.lit(resource)}, 'id', t.id, 'label', ${label},
    'hint', nullif(${hint}, ''))`;
};

const resources = Object.keys(names).filter((name): name is RecordLink['resource'] => name in names);

/** The records of the catalog that were written last, the newest first, as column j. */
export const latestRecords = (limit: number): Json => {
  const each = resources.map(
    (resource) => sql`(select t.updated_at, ${linkOf(resource)} as j from ${sql.table(resource)} t
      order by t.updated_at desc, t.id desc limit ${sql.lit(limit)})`,
  );
  return sql`select j from (${sql.join(each, sql` union all `)}) latest
    order by updated_at desc limit ${sql.lit(limit)}`;
};

/** The record of a table and an id, both expressions; null when it is gone or none of the catalog's. */
export const recordLink = (table: Json, id: Json): Json =>
  sql`case ${table} ${sql.join(
    resources.map(
      (resource) =>
        sql`when ${sql.lit(resource)} then (select ${linkOf(resource)} from ${sql.table(resource)} t where t.id = ${id})`,
    ),
    sql` `,
  )} end`;
