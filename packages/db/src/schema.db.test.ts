import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { testDatabase } from './testing/database.ts';
import { parseDiagram } from './testing/diagram.ts';
import { readColumns, readIndexes, readReferences } from './testing/schema.ts';

const diagram = parseDiagram(await readFile(new URL('../er-diagram.md', import.meta.url), 'utf8'));
const db = await testDatabase();
const [columns, references, indexes] = [
  await readColumns(db),
  await readReferences(db),
  await readIndexes(db),
];

/** What the diagram's type names mean in PostgreSQL. */
const types: Record<string, RegExp> = {
  SERIAL: /^integer$/,
  INT: /^integer$/,
  VARCHAR: /^character varying\(\d+\)$/,
  TEXT: /^text$/,
  DATE: /^date$/,
  TIMESTAMP: /^timestamp\(3\) with time zone$/,
  JSONB: /^jsonb$/,
};

/** Columns that the product added to the owner's tables: ARCHITECTURE.md lists them too. */
const addedColumns = [
  'characters.name_folded text',
  'characters.position integer',
  'countries.iso_code character varying(2)',
  'countries.sort_name text',
  'directors.name_folded text',
  'directors.person_id integer',
  'directors.sort_name text',
  'directors.tmdb_id integer',
  'files.bytes integer',
  'files.color character varying(7)',
  'files.crop jsonb',
  'files.focal_point jsonb',
  'files.hash text',
  'files.height integer',
  'files.sha256 character varying(64)',
  'files.width integer',
  'genres.sort_name text',
  'genres.tmdb_id integer',
  'movie_genres.position integer',
  'movie_persons.position integer',
  'movies.release_date_precision character varying(5)',
  'movies.sort_title text',
  'movies.title_folded text',
  'movies.tmdb_id integer',
  'persons.date_of_birth_precision character varying(5)',
  'persons.name_folded text',
  'persons.sort_name text',
  'persons.tmdb_id integer',
  'users.disabled_at timestamp(3) with time zone',
  'users.email_verified_at timestamp(3) with time zone',
  'users.role character varying(20)',
];

const addedTables = [
  'account_tokens',
  'api_tokens',
  'attempts',
  'catalog_commits',
  'catalog_revision',
  'change_entries',
  'changes',
  'completeness',
  'director_counters',
  'jobs',
  'list_preferences',
  'movie_counters',
  'person_counters',
  'redirects',
  'saved_views',
  'search_words',
  'sessions',
  'settings',
  'unused_files',
];

/** Every foreign key: what it points to, and what a delete there does. Unique ones are one to one. */
const rules = [
  'account_tokens.user_id -> users cascade',
  'api_tokens.user_id -> users cascade',
  'catalog_commits.change_id -> changes cascade',
  'change_entries.change_id -> changes cascade',
  'characters.movie_id -> movies cascade',
  'characters.movie_id,person_id -> movie_persons cascade',
  'characters.person_id -> persons restrict',
  'director_counters.director_id -> directors cascade',
  'directors.person_id -> persons restrict',
  'directors.photo_file_id -> files restrict',
  'favorite_movies.movie_id -> movies cascade',
  'favorite_movies.user_id -> users cascade',
  'list_preferences.user_id -> users cascade',
  'movie_counters.movie_id -> movies cascade',
  'movie_genres.genre_id -> genres restrict',
  'movie_genres.movie_id -> movies cascade',
  'movie_persons.movie_id -> movies cascade',
  'movie_persons.person_id -> persons restrict',
  'movies.country_id -> countries restrict',
  'movies.director_id -> directors restrict',
  'movies.poster_file_id -> files restrict',
  'person_counters.person_id -> persons cascade',
  'persons.country_id -> countries restrict',
  'persons.primary_photo_file_id -> files restrict',
  'saved_views.user_id -> users cascade',
  'sessions.user_id -> users cascade',
  'unused_files.file_id -> files cascade',
  'users.avatar_file_id -> files restrict',
];

const columnOf = (table: string, name: string) =>
  columns.find(({ table: of, column }) => of === table && column === name);

describe('the owner’s diagram', () => {
  it('is read whole', () => {
    expect(diagram.tables).toHaveLength(11);
    expect(diagram.tables.flatMap((table) => table.columns)).toHaveLength(72);
    expect(diagram.relations).toHaveLength(15);
  });

  it.each(diagram.tables)('$table has every column, by name and type', ({ table, columns: drawn }) => {
    for (const { column, type } of drawn) {
      const found = columnOf(table, column);
      expect(found?.type, `${table}.${column}`).toMatch(types[type] ?? /nothing/);
      expect(found?.serial, `${table}.${column}`).toBe(type === 'SERIAL');
    }
  });

  it.each(diagram.tables)('$table has the key', ({ table, columns: drawn }) => {
    const key = indexes.find((index) => index.table === table && index.primary);
    // A join table has no key of its own in the diagram: the pair is its key.
    const own = drawn.filter(({ primary }) => primary);
    const expected = own.length ? own : drawn.filter(({ foreign }) => foreign);
    expect(key?.columns).toEqual(expected.map(({ column }) => column));
  });

  it('has every relation as a foreign key, and every foreign key as a relation', () => {
    const drawn = diagram.tables.flatMap(({ table, columns: all }) =>
      all.filter(({ foreign }) => foreign).map(({ column }) => `${table}.${column}`),
    );
    expect(diagram.relations.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(drawn.sort());
    for (const { from, table, column } of diagram.relations) {
      const found = references.find((key) => key.table === table && key.columns.join() === column);
      expect(found?.to, `${table}.${column}`).toBe(from);
    }
  });

  it('has one row, or many, on the other side of each relation', () => {
    const parts = ['movie_genres', 'movie_persons', 'characters', 'favorite_movies'];
    for (const { from, table, column } of diagram.relations) {
      const name = `${table}.${column}`;
      const unique = indexes.some((i) => i.table === table && i.unique && i.columns.join() === column);
      expect(columnOf(table, column)?.nullable, name).toBe(!parts.includes(table));
      // A file is the picture of one row at most.
      expect(unique, name).toBe(from === 'files');
    }
  });

  it('is added to by these columns only', () => {
    const drawn = diagram.tables.flatMap(({ table, columns: all }) =>
      all.map(({ column }) => `${table}.${column}`),
    );
    const added = columns
      .filter(({ table, column }) => !addedTables.includes(table) && !drawn.includes(`${table}.${column}`))
      .map(({ table, column, type }) => `${table}.${column} ${type}`);
    expect(added.sort()).toEqual(addedColumns);
  });

  it('is added to by these tables only', () => {
    const drawn = diagram.tables.map(({ table }) => table);
    const all = new Set(columns.map(({ table }) => table));
    expect([...all].filter((table) => !drawn.includes(table)).sort()).toEqual(addedTables);
  });
});

describe('a foreign key', () => {
  it('has the delete rule that was chosen for it', () => {
    const found = references.map(
      ({ table, columns: of, to, onDelete }) => `${table}.${of.join()} -> ${to} ${onDelete}`,
    );
    expect(found.sort()).toEqual(rules);
  });

  it('is found by an index', () => {
    for (const { table, columns: of } of references)
      expect(
        indexes.some((index) => index.table === table && index.columns[0] === of[0]),
        `${table}.${of}`,
      ).toBe(true);
  });

  it('of an added column links one person to one director', () => {
    const [one] = indexes.filter(
      ({ columns: of, table }) => table === 'directors' && of.join() === 'person_id',
    );
    expect(one?.unique).toBe(true);
    expect(columnOf('directors', 'person_id')?.nullable).toBe(true);
  });
});
