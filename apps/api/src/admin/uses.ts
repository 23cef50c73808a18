import { sql } from 'kysely';
import type { Json } from '../json.ts';

/** Who may use a record, for IN_USE and for `usage`: each a query of { record, id, label }. */
const use = (by: string, query: (ids: Json) => Json) => ({
  by,
  query: (ids: Json) => sql`select q.* from (${query(ids)}) q(record, id, label) order by q.label, q.id`,
});

export const moviesOf = (query: (ids: Json) => Json) => use('films', query);
export const personsOf = (query: (ids: Json) => Json) => use('people', query);
export const directorsOf = (query: (ids: Json) => Json) => use('directors', query);
export const usersOf = (query: (ids: Json) => Json) => use('accounts', query);

/** A person's or director's name, over an alias. */
export const nameOf = (alias: string): Json =>
  sql`concat_ws(' ', ${sql.ref(`${alias}.first_name`)}, ${sql.ref(`${alias}.last_name`)})`;
