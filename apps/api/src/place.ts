import type { Database } from '@cinematheque/db/open';
import type { Key } from '@cinematheque/db/repository';
import type { Total } from '@cinematheque/shared/resource';
import { sql } from 'kysely';
import { and, beyond, COUNT_CAP, countUpTo, fromOf, orderBy } from './page.ts';
import {
  fromOfKind,
  type ListFilter,
  notFound,
  orderOf,
  type RecordKind,
  rowsOf,
  whereKey,
} from './records.ts';

export interface PlaceInput extends ListFilter {
  sort?: string[] | undefined;
}

/** shared/resource.ts `place` */
interface Place<Id> {
  previous: Id | null;
  next: Id | null;
  place: number | null;
  total: Total;
}

/**
 * Where a record stands in a list: its neighbors, its place while it can be counted, and the total. A record that
 * does not match (any more) has neighbors, but no place.
 */
export async function placeOf<Id>(
  db: Database,
  kind: RecordKind,
  key: Key,
  { sort: asked, ...list }: PlaceInput,
): Promise<Place<Id>> {
  const sort = orderOf(db, kind, asked);
  const [first, ...rest] = sort;
  const back = ({ descending = false, ...one }: typeof first) => ({ ...one, descending: !descending });
  const rows = rowsOf(db, kind, list);
  const all = fromOfKind(db, kind);
  const from = fromOf(all);
  const at = sort.map((_, index) => sql`(select ${sql.ref(`k${index}`)} from here)`);
  const before = beyond([back(first), ...rest.map(back)], at);
  const keys = sort.map(({ by }) => by);
  const id = kind.computed?.id ?? sql`t.id`;
  const place = await db.read<Place<Id> | null>(sql`
    with here as materialized (
      select ${sql.join(sort.map(({ by }, index) => sql`${by} as ${sql.ref(`k${index}`)}`))}
      ${from} where ${whereKey(db, kind, key)})
    select (select json_build_object(
      'previous', (select ${id} ${from} ${and([...rows, before])}
        order by ${orderBy(keys, [back(first), ...rest.map(back)])} limit 1),
      'next', (select ${id} ${from} ${and([...rows, beyond(sort, at)])} order by ${orderBy(keys, sort)} limit 1),
      'place', (select case when n <= ${sql.lit(COUNT_CAP)} then n end from (select count(*) + 1 as n
        from (select 1 ${from} ${and([...rows, before])} limit ${sql.lit(COUNT_CAP)}) c) p
        where exists (select ${from} ${and([...rows, whereKey(db, kind, key)])})),
      'total', ${countUpTo(all, rows)}) from here) as j`);
  if (place === null) throw notFound(kind);
  return place;
}
