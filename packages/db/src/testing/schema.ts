import { sql } from 'kysely';
import type { Database } from '../open.ts';

export interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  /** Counted by a sequence of its own. */
  serial: boolean;
  generated: boolean;
  /** Has a value of its own when none is given. */
  filled: boolean;
}

export interface Reference {
  table: string;
  columns: string[];
  to: string;
  /** The columns there, in the same order. */
  toColumns: string[];
  onDelete: 'cascade' | 'restrict' | 'set null' | 'set default' | 'no action';
}

export interface Index {
  table: string;
  name: string;
  /** The columns in their order; null where it holds an expression. */
  columns: (string | null)[];
  unique: boolean;
  primary: boolean;
}

/** The database's own tables, without the migrator's list. */
const own = sql`c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'`;

/** Every column of every table, in their order. */
export const readColumns = (db: Database) =>
  db.read<Column[]>(sql`
    select coalesce(jsonb_agg(jsonb_build_object('table', c.relname, 'column', a.attname,
      'type', format_type(a.atttypid, a.atttypmod), 'nullable', not a.attnotnull,
      'serial', pg_get_serial_sequence(c.relname, a.attname) is not null, 'generated', a.attgenerated <> '',
      'filled', a.atthasdef or a.attidentity <> '')
      order by c.relname, a.attnum), '[]') as j
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where ${own}`);

/** Every foreign key. */
export const readReferences = (db: Database) =>
  db.read<Reference[]>(sql`
    select coalesce(jsonb_agg(jsonb_build_object('table', c.relname, 'columns', ${columnsOf('f.conkey', 'c.oid')},
      'to', f.confrelid::regclass::text, 'toColumns', ${columnsOf('f.confkey', 'f.confrelid')}, 'onDelete', case f.confdeltype when 'c' then 'cascade'
        when 'r' then 'restrict' when 'n' then 'set null' when 'd' then 'set default' else 'no action' end)
      order by c.relname, f.conname), '[]') as j
    from pg_class c join pg_constraint f on f.conrelid = c.oid and f.contype = 'f'
    where ${own}`);

/** Every index, those of primary keys and unique constraints among them. */
export const readIndexes = (db: Database) =>
  db.read<Index[]>(sql`
    select jsonb_agg(jsonb_build_object('table', c.relname, 'name', i.indexrelid::regclass::text,
      'columns', ${columnsOf('i.indkey', 'c.oid')}, 'unique', i.indisunique, 'primary', i.indisprimary)
      order by c.relname, i.indexrelid::regclass::text) as j
    from pg_class c join pg_index i on i.indrelid = c.oid
    where ${own}`);

/** Everything that makes up the schema, one line each: two schemas are the same when these are. */
export const describeSchema = (db: Database) =>
  db.read<string[]>(sql`
    select jsonb_agg(line order by line collate "C") as j from (
      select format('column %s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) as line
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where ${own}
      union all select format('constraint %s %s', c.relname, pg_get_constraintdef(k.oid))
      from pg_class c join pg_constraint k on k.conrelid = c.oid where ${own}
      union all select pg_get_indexdef(i.indexrelid)
      from pg_class c join pg_index i on i.indrelid = c.oid where ${own}
      union all select pg_get_triggerdef(t.oid)
      from pg_class c join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal where ${own}
      union all select pg_get_functiondef(p.oid) from pg_proc p
      where p.pronamespace = 'public'::regnamespace and not exists
        (select from pg_depend where objid = p.oid and deptype = 'e')
    ) lines (line)`);

/** The names of an array of column numbers, in their order. */
function columnsOf(numbers: string, table: string) {
  return sql`(select jsonb_agg(a.attname order by n.place)
    from unnest(${sql.ref(numbers)}::int2[]) with ordinality n (number, place)
    left join pg_attribute a on a.attrelid = ${sql.ref(table)} and a.attnum = n.number)`;
}
