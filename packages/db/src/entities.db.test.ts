import { expect, it } from 'vitest';
import { testDatabase } from './testing/database.ts';
import { readColumns } from './testing/schema.ts';

const db = await testDatabase();
const columns = await readColumns(db);

/** What the ORM would do to make the schema what the entities say, clause by clause. */
const difference = (await db.orm.schema.getUpdateSchemaSQL()).split('\n').flatMap((statement) => {
  const [, table, clauses = ''] = /^alter table "(\w+)" (.*);$/.exec(statement) ?? [];
  const parts = clauses.split(/, (?=(?:add|alter|drop|rename) )/);
  return table ? parts.map((clause) => `${table}: ${clause}`) : [statement];
});

/** Written in migrations only, where the schema's and the change log's tests look after them. */
const onlyInMigrations = /^(\w+: (add|drop) constraint|drop (index|trigger|function)|set names|$)/;

/** Tables that only SQL speaks to; which ones there may be is for the schema's own test to say. */
const entityTables = [...db.orm.getMetadata().getAll().values()].map(({ tableName }) => tableName);
const otherTables = ['migrations', ...new Set(columns.map(({ table }) => table))].filter(
  (table) => !entityTables.includes(table),
);

it('say the same of every column as the database, which computes some more', () => {
  const computed = columns.filter(({ table, generated }) => generated && entityTables.includes(table));
  expect(difference.filter((line) => !onlyInMigrations.test(line)).sort()).toEqual(
    [
      ...computed.map(({ table, column }) => `${table}: drop column "${column}"`),
      ...otherTables.map((table) => `drop table if exists "${table}" cascade;`),
    ].sort(),
  );
});
