import type { Database } from '@cinematheque/db/open';
import { AFTER_Z, BEFORE_A, type Letters } from '@cinematheque/shared/letters';
import { sql } from 'kysely';
import { array, type Json } from '../json.ts';
import { and, cursorFrom, sortBy } from '../page.ts';

/** A list whose first key is the text that its rows are sorted by. */
interface Alphabetical {
  table: 'movies' | 'persons' | 'directors';
  alias: string;
  /** The sort column. */
  text: string;
  where: Json[];
}

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const names = [BEFORE_A, ...alphabet, AFTER_Z];
/** Where each begins in the byte order of folded text; "{" is what follows z. */
const starts = ['', ...alphabet.map((letter) => letter.toLowerCase()), '{'];

/** The letters of a list, in one statement. */
export function readLetters(db: Database, { table, alias, text, where }: Alphabetical): Promise<Letters> {
  const key = sql.ref(text);
  const sort = [sortBy.text(text), sortBy.id(`${alias}.id`)] as const;
  const cursors = starts.map((start) => cursorFrom({ table, sort: [...sort] }, [start, 0]));
  return db.read(sql`
    select json_build_object('items', ${array(sql`
      select json_build_object('letter', l.name, 'count', coalesce(c.n, 0), 'cursor', l.cursor) as j
      from unnest(${names}::text[], ${cursors}::text[]) with ordinality l (name, cursor, place)
      left join (
        select case when ${key} < 'a' then ${sql.lit(BEFORE_A)} when ${key} < '{' then upper(left(${key}, 1))
            else ${sql.lit(AFTER_Z)} end as name, count(*) as n
        from ${sql.table(table)} ${sql.ref(alias)} ${and(where)} group by 1) c on c.name = l.name
      order by l.place`)}) as j`);
}
