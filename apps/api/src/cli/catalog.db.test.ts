import { dirname } from 'node:path';
import { testDatabase } from '@cinematheque/db/testing/database';
import { make } from '@cinematheque/db/testing/make';
import { verify } from '@node-rs/argon2';
import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { createTokens } from '../account/tokens.ts';
import { generateCatalog } from '../generate/generate.ts';
import { film } from '../imports/tmdb/fixture/films.ts';
import { writeFixture } from '../imports/tmdb/fixture/write.ts';
import { catalog } from './testing/catalog.ts';

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const db = await testDatabase();
const run = (...args: string[]) => catalog(args, { DATABASE_URL: db.url });
const count = (table: string) => db.read<number>(sql`select count(*)::int as j from ${sql.table(table)}`);

describe('catalog migrate', () => {
  it('says that there is nothing to do', async () => {
    expect(await run('migrate')).toEqual({ code: 0, out: 'The database is up to date.\n', err: '' });
  });
});

describe('catalog user create', () => {
  const account = [
    '--email',
    'Ana@example.org',
    '--username',
    'Ana',
    '--role',
    'editor',
    '--password',
    'correct horse',
  ];

  it('makes an account that can sign in, and never logs its hash', async () => {
    expect(await run('user', 'create', ...account)).toEqual({
      code: 0,
      out: 'Made the account Ana (editor). Sign in with Ana@example.org.\n',
      err: '',
    });
    const [user] = await db.read<{ role: string; password_hash: string }[]>(
      sql`select jsonb_agg(u) as j from users u`,
    );
    expect(user?.role).toBe('editor');
    expect(await verify(user?.password_hash ?? '', 'correct horse')).toBe(true);
    expect(await db.read(sql`select to_jsonb(channel) as j from changes order by id desc limit 1`)).toBe(
      'cli',
    );
    expect(await db.read(sql`select jsonb_agg(rows)::text as j from change_entries`)).not.toContain('argon2');
  });

  it('refuses an e-mail address or a username that is taken', async () => {
    const again = await run(
      'user',
      'create',
      ...account,
      '--username',
      'other',
      '--email',
      'ana@EXAMPLE.org',
    );
    expect(again).toEqual({
      code: 1,
      out: '',
      err: 'There is an account with this e-mail address already\n',
    });
    const other = await run(
      'user',
      'create',
      ...account,
      '--username',
      'ana',
      '--email',
      'other@example.org',
    );
    expect(other).toEqual({ code: 1, out: '', err: 'There is an account with this username already\n' });
    expect(await count('users')).toBe(1);
  });
});

describe('catalog user reset-password', () => {
  it('V18: gives a link of an hour to choose a new password with, and says when there is no such account', async () => {
    const { id } = await make(db).user({ email: 'Lost@example.org' });
    const { code, out, err } = await run('user', 'reset-password', '--email', 'lost@example.org');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [, token = ''] = out.match(/^http:\/\/127\.0\.0\.1:3000\/reset-password#token=(\S+)\n$/) ?? [];
    const tokens = createTokens(db, '');
    const userId = await tokens.use(token, 'reset', { channel: 'ui' }, async (_, link) => link.userId);
    expect(userId).toBe(id);
    expect(await run('user', 'reset-password', '--email', 'nobody@example.org')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^There is no account with the address nobody@example.org[^\n]*\n$/),
    });
  });
});

describe('catalog import tmdb', () => {
  it('imports files named from where it was called, tells what was odd, and changes nothing again', async () => {
    const folder = dirname((await writeFixture()).movies);
    const env = { DATABASE_URL: db.url, INIT_CWD: folder };
    const args = ['import', 'tmdb', '--movies', 'movies.csv', '--credits', './credits.csv'];
    const first = await catalog(args, env);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/^Added 6\d films, \d+ people, /);
    expect(first.out).toContain('1  budget 0: unknown: left empty\n         Free (TMDB 2021)');
    expect(first.err.split('\n')[0]).toBe('Reading films');
    const movies = await count('movies');

    const second = await catalog(args, env);
    expect(second.code).toBe(0);
    expect(second.out).toMatch(/^Nothing has changed: the catalog has all 6\d films already\./);
    expect(await count('movies')).toBe(movies);
  });

  it('fails in one line that says what is wrong, and imports nothing', async () => {
    const before = await count('movies');
    const { movies, credits } = await writeFixture([
      film(5001, 'New'),
      film(5002, 'Wrong', { runtime: 'long' }),
    ]);
    const bad = await run('import', 'tmdb', '--movies', movies, '--credits', credits);
    expect({ ...bad, err: bad.err.split('\n').at(-2) }).toEqual({
      code: 1,
      out: '',
      err: 'movies.csv, row 3, column runtime: "long" is not a number',
    });
    const none = await run('import', 'tmdb', '--movies', `${movies}.gz`, '--credits', credits);
    expect(none.err).toContain('movies.csv.gz cannot be read: there is no such file\n');
    const swapped = await run('import', 'tmdb', '--movies', credits, '--credits', movies);
    expect(swapped.err).toMatch(
      /credits\.csv has no column id, original_title, .*: it has movie_id, title, cast, crew\n$/,
    );
    expect([none.code, swapped.code]).toEqual([1, 1]);
    expect(await count('movies')).toBe(before);
  });
});

describe('catalog generate', () => {
  it('adds a catalog of the size that is asked for', async () => {
    const before = [await count('movies'), await count('persons'), await count('characters')];
    const { code, out } = await run('generate', '--movies', '30', '--persons', '50', '--characters', '200');
    expect(code).toBe(0);
    expect(out).toMatch(/^Made 30 films, 50 people and 200 characters in [\d.]+ s\.\n$/);
    const after = [await count('movies'), await count('persons'), await count('characters')];
    expect(after.map((n, i) => n - (before[i] ?? 0))).toEqual([30, 50, 200]);
  });

  it('goes on with an unfinished run, and refuses another one beside it', async () => {
    const sizes = ['--movies', '1200', '--persons', '50', '--characters', '60'];
    const unfinished = { movies: 1_200, persons: 50, characters: 60, seed: 1 };
    const cutOff = () =>
      generateCatalog(db, unfinished, ({ step }) => {
        if (step === 'Films') throw new Error('Cut off');
      });
    await expect(cutOff()).rejects.toThrow('Cut off');
    expect(await run('generate', ...sizes, '--seed', '2')).toEqual({
      code: 2,
      out: '',
      err:
        'A run of 1,200 films, 50 people and 60 characters with seed 1 is unfinished (people are there): ' +
        'the same numbers go on with it, --discard forgets it and leaves what it has made in the catalog\n',
    });
    const { code, out } = await run('generate', ...sizes);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Going on with an unfinished run: people are there\.\nMade 1,200 films, .* in [\d.]+ s\.\n$/,
    );

    await expect(cutOff()).rejects.toThrow('Cut off');
    const another = await run(
      'generate',
      '--movies',
      '1',
      '--persons',
      '1',
      '--characters',
      '1',
      '--discard',
    );
    expect(another).toMatchObject({ code: 0, out: expect.stringMatching(/^Made 1 films, /) });
  });
});
