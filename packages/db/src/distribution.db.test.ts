import { expect, it } from 'vitest';
import { testDatabase } from './testing/database.ts';
import { readColumns, readIndexes, readReferences } from './testing/schema.ts';

/**
 * What a distributed PostgreSQL asks of a schema (docs/scaling.md): a table is either the same on every machine, or its
 * rows are spread by one column. Then each unique key must hold that column, and each foreign key must hold it too or
 * point to a table that is the same everywhere. A new table is red here until somebody has decided what it is.
 */
const db = await testDatabase();
const [columns, references, indexes] = [
  await readColumns(db),
  await readReferences(db),
  await readIndexes(db),
];

/** Spread over the machines: the column that says where a row is. What visitors make, and much of it. */
const spread: Record<string, string> = {
  favorite_movies: 'user_id',
  list_preferences: 'user_id',
  sessions: 'id',
  attempts: 'key',
};

/** The same on every machine. Why those are that belong to somebody: what would keep them from being spread. */
const everywhere: Record<string, string[]> = {
  catalog: [
    ...['movies', 'persons', 'directors', 'characters', 'genres', 'countries', 'files', 'movie_genres'],
    ...[
      'movie_persons',
      'movie_counters',
      'person_counters',
      'director_counters',
      'search_words',
      'redirects',
    ],
    ...['unused_files', 'changes', 'change_entries', 'catalog_commits', 'catalog_revision', 'completeness'],
  ],
  'one row, or a few': ['settings', 'jobs'],
  'e-mail addresses, user names and pictures are unique over all users': ['users'],
  'asked for by their own ids, few at a time': ['account_tokens', 'api_tokens'],
  'a view without a user is everybody’s': ['saved_views'],
};
const reference = Object.values(everywhere).flat();

it('knows of each table what it would be', () => {
  const tables = [...new Set(columns.map(({ table }) => table))];
  expect([...reference, ...Object.keys(spread)].sort()).toEqual(tables.sort());
});

it.each(Object.entries(spread))('%s can be spread by %s', (table, by) => {
  const unique = indexes.filter((index) => index.table === table && (index.unique || index.primary));
  expect(unique).not.toEqual([]);
  expect(unique.filter((index) => !index.columns.includes(by))).toEqual([]);
  const pointing = references.filter((key) => key.table === table && !reference.includes(key.to));
  expect(
    pointing.filter((key) => !key.columns.includes(by) || !key.toColumns.includes(spread[key.to] ?? '')),
  ).toEqual([]);
});

it('keeps what is everywhere from pointing to what is not', () => {
  expect(references.filter(({ table, to }) => reference.includes(table) && !reference.includes(to))).toEqual(
    [],
  );
});

it('knows why users are not spread', () => {
  const unique = indexes.filter(({ table, unique, primary }) => table === 'users' && unique && !primary);
  expect(unique.map(({ name }) => name).sort()).toEqual([
    'users_avatar_file_id_key',
    'users_email_unique',
    'users_username_unique',
  ]);
});
