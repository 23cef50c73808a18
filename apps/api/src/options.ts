import { items, MAX_PAGE, option, pageInput } from '@cinematheque/shared/resource';
import { id as serial } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { array, type Json } from './json.ts';
import { type RecordKind, tableOfKind } from './records.ts';
import { editorProcedure } from './trpc.ts';

/** How a picker shows a record, each over alias t. */
export interface OptionParts {
  label: Json;
  /** What tells it from its namesakes. */
  hint?: Json;
  /** For kinds that have a picture; null where this one has none. */
  photo?: Json;
}

/** What is looked at besides names that begin as typed: a word of many records is typed on anyway. */
const MOST_WITHIN = 2000;

const hasLetters = (text: string) => /[\p{L}\p{N}]/u.test(text);

/**
 * That a word is in the folded column: anywhere, or for fewer than three letters where a word begins, because
 * a trigram index knows of nothing shorter within a word.
 */
function holds(folded: Json, word: string): Json {
  const anywhere = (word.match(/[\p{L}\p{N}]/gu) ?? []).length >= 3;
  return anywhere
    ? sql`${folded} like '%' || fold(${word}) || '%'`
    : sql`(${folded} like fold(${word}) || '%' or ${folded} like '% ' || fold(${word}) || '%')`;
}

/**
 * The ids that match what was typed, in order: names that begin with it come out of the index in their order, and
 * only when they are few is looked for the words within names.
 */
export function found(
  kind: Pick<RecordKind, 'search' | 'join'>,
  table: string,
  q: string,
  limit: number,
): Json {
  const folded = sql.ref(kind.search);
  const from = sql`from ${sql.table(table)} t ${kind.join ?? sql``}`;
  // A range, not a pattern: an index in "C" order answers it whatever is typed.
  const begins = sql`${folded} >= fold(${q}) and ${folded} < fold(${q}) || chr(1114111)`;
  const words = q.split(/\s+/).filter(hasLetters).slice(0, 8);
  if (!words.length)
    return sql`select t.id, 0 as tier, ${folded} as name ${from} order by name, t.id limit ${limit}`;
  const within = sql.join([sql`not (${begins})`, ...words.map((word) => holds(folded, word))], sql` and `);
  return sql`
    with begun as materialized (
      select t.id, 0 as tier, ${folded} as name ${from} where ${begins} order by name, t.id limit ${limit})
    select * from begun union all (
      select id, case when ' ' || name like '% ' || fold(${q}) || '%' then 1 else 2 end as tier, name
      from (select t.id, ${folded} as name ${from}
        where (select count(*) from begun) < ${limit} and ${within} limit ${sql.lit(MOST_WITHIN)}) w
      order by tier, name, id limit ${limit})`;
}

/** `options`: the choices of a picker, the best match first; with `ids` those very records, as a form has them. */
export function optionsProcedure(
  kind: Pick<RecordKind, 'entity' | 'search' | 'join'> & OptionParts,
  procedure = editorProcedure,
) {
  const { label, hint = sql`null`, photo } = kind;
  const choice = sql`json_build_object('id', t.id, 'label', ${label}, 'hint', nullif(${hint}, '')
    ${photo ? sql`, 'photo', ${photo}` : sql``})`;
  return procedure
    .input(
      z
        .strictObject({
          q: pageInput.q,
          limit: pageInput.limit,
          ids: z.array(serial).max(MAX_PAGE).optional(),
        })
        .default({}),
    )
    .output(items(option))
    .query(async ({ ctx, input: { q = '', ids, limit = 20 } }) => {
      const { table } = tableOfKind(ctx.db, kind);
      if (!ids && q && !hasLetters(q)) return { items: [] };
      const chosen = ids
        ? sql`select id, 0 as tier, id as name from unnest(${ids}::int[]) id`
        : found(kind, table, q, limit);
      return {
        items: await ctx.db.read(
          sql`select ${array(sql`select ${choice} as j
          from (${chosen}) o join ${sql.table(table)} t using (id)
          order by o.tier, o.name, o.id limit ${ids?.length ?? limit}`)} as j`,
        ),
      };
    });
}
