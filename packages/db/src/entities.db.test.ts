import { expect, it } from 'vitest';
import { testDatabase } from './testing/database.ts';
import { readColumns } from './testing/schema.ts';

const db = await testDatabase();

/** What the ORM would do to make the schema what the entities say, clause by clause. */
const difference = (await db.orm.schema.getUpdateSchemaSQL()).split('\n').flatMap((statement) => {
  const [, table, clauses = ''] = /^alter table "(\w+)" (.*);$/.exec(statement) ?? [];
  const parts = clauses.split(/, (?=(?:add|alter|drop|rename) )/);
  return table ? parts.map((clause) => `${table}: ${clause}`) : [statement];
});

/** Written in migrations only, where the schema's and the change log's tests look after them. */
const onlyInMigrations = /^(\w+: (add|drop) constraint|drop (index|trigger|function)|set names|$)/;

/** Tables that only SQL speaks to. */
const tables = [
  'catalog_commits',
  'catalog_revision',
  'change_entries',
  'changes',
  'movie_counters',
  'sessions',
];

it('say the same of every column as the database, which computes some more', async () => {
  const computed = (await readColumns(db)).filter(({ generated }) => generated);
  expect(difference.filter((line) => !onlyInMigrations.test(line)).sort()).toEqual(
    [
      ...computed.map(({ table, column }) => `${table}: drop column "${column}"`),
      ...tables.map((table) => `drop table if exists "${table}" cascade;`),
    ].sort(),
  );
});
