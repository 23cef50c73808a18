import type { Database } from '../open.ts';
import { type Column, readColumns, readReferences } from './schema.ts';
import { valueFor } from './values.ts';
import { loggedTables } from './walk-back.ts';

export const kinds = ['insert', 'upsert', 'update', 'rekey', 'delete', 'nothing'] as const;

/** One statement to be made: which table, what, and a number that chooses rows, columns and values. */
export interface Write {
  table: number;
  kind: (typeof kinds)[number];
  n: number;
}

/** Makes SQL of writes, over all logged tables; some of it breaks a constraint, and is then refused. */
export async function randomWrites(db: Database) {
  const [columns, references, tables] = [
    await readColumns(db),
    await readReferences(db),
    await loggedTables(db),
  ];
  const value = (column: Column, number: string) => {
    const given = valueFor(column, references, `(${number})`);
    return column.nullable ? `case when (${number}) % 4 > 0 then ${given} end` : given;
  };

  return ({ table: place, kind, n }: Write): string => {
    const { table = '', keys = [] } = tables[place % tables.length] ?? {};
    const own = columns.filter((c) => c.table === table && !c.generated);
    const rest = own.filter(({ column }) => !keys.includes(column));
    const column = rest[n % rest.length];
    const key = own.find((c) => c.column === keys[n % keys.length]);
    if (!column || !key) throw new Error(`No columns in ${table}`);

    const chosen = `where (${keys.join(' * 3 + ')} + ${n}) % ${2 + (n % 4)} = 0`;
    const rows = `from generate_series(1, ${1 + (n % 6)}) i`;
    const number = `${n} * 7 + i`;
    const insert = (into: Column[]) => {
      // An id of their own makes rows meet those that are there already.
      const values = into.map((c) => (c.serial ? `(${number}) % 20 + 1` : value(c, number)));
      return `insert into ${table} (${into.map((c) => c.column)}) select ${values} ${rows}`;
    };
    const set = (c: Column, to: string) => `update ${table} set ${c.column} = ${to} ${chosen}`;

    switch (kind) {
      case 'insert':
        return insert(own.filter((c) => !c.filled));
      case 'upsert':
        return `${insert(own.filter((c) => !c.filled || c.serial))}
          on conflict (${keys}) do update set ${column.column} = excluded.${column.column}`;
      case 'update':
        return set(column, value(column, `${n} + ${table}.${keys[0]}`));
      case 'rekey':
        return set(
          key,
          key.serial ? `${key.column} + ${1 + n}` : value(key, `${n} + ${table}.${key.column}`),
        );
      case 'delete':
        return `delete from ${table} ${chosen}`;
      case 'nothing':
        return set(column, column.column);
    }
  };
}
