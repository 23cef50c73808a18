import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runProgram } from './program.ts';
import { catalog } from './testing/catalog.ts';

const account = [
  ...['--email', 'ana@example.org'],
  ...['--username', 'ana'],
  ...['--role', 'editor'],
  ...['--password', 'long enough'],
];

describe('catalog', () => {
  const said = { out: '', err: '' };
  const note = (stream: keyof typeof said, end: string) => (text: unknown) => {
    said[stream] += `${text}${end}`;
    return true;
  };
  beforeEach(() => {
    Object.assign(said, { out: '', err: '' });
    vi.spyOn(process.stdout, 'write').mockImplementation(note('out', ''));
    vi.spyOn(process.stderr, 'write').mockImplementation(note('err', ''));
    vi.spyOn(console, 'error').mockImplementation(note('err', '\n'));
  });
  afterEach(() => void vi.restoreAllMocks());

  it.each([
    [['--help'], /Usage: catalog <command>[\s\S]*import[\s\S]*user[\s\S]*generate[\s\S]*migrate/],
    [['import', 'tmdb', '--help'], /--movies <csv>[\s\S]*--credits <csv>/],
    [['user', 'create', '--help'], /--role <role>[\s\S]*"visitor", "editor", "admin"/],
    [['generate', '--help'], /--seed <number>/],
    [['migrate', '--help'], /Usage: catalog migrate/],
  ])('%j explains itself', async (args, text) => {
    expect(await runProgram(args)).toBe(0);
    expect(said).toEqual({ out: expect.stringMatching(text), err: '' });
  });

  it.each<[string[], RegExp]>([
    [[], /Usage: catalog/],
    [['import'], /Usage: catalog import/],
    [['destroy'], /unknown command 'destroy'/],
    [['import', 'tmdb', '--movies', 'a.csv'], /required option '--credits <csv>' not specified/],
    [['import', 'tmdb', '--movies', 'a', '--credits', 'b', '--force'], /unknown option '--force'/],
    [['migrate', 'now'], /too many arguments/],
    [
      ['generate', '--movies', '10', '--persons', 'many', '--characters', '5'],
      /'many' is invalid\. A whole number up to/,
    ],
    [['generate', '--movies', '1.5', '--persons', '1', '--characters', '1'], /'1\.5' is invalid/],
    [['generate', '--movies', '', '--persons', '1', '--characters', '1'], /'' is invalid/],
    [
      ['generate', '--movies', '0', '--persons', '10', '--characters', '5'],
      /^Characters need films and people/,
    ],
    [['user', 'create', ...account.slice(0, 6)], /required option '--password <password>'/],
    [
      ['user', 'create', ...account, '--role', 'god'],
      /'god' is invalid\. Allowed choices are visitor, editor, admin/,
    ],
    [
      ['user', 'create', ...account, '--email', 'ana'],
      /^--email: An e-mail address such as ana@example\.org\n$/,
    ],
    [['user', 'create', ...account, '--username', 'a@b'], /^--username: Without @ and spaces\n$/],
    [['user', 'create', ...account, '--password', 'short'], /^--password: At least 8 characters\n$/],
  ])('%j is wrong use', async (args, message) => {
    expect(await runProgram(args)).toBe(2);
    expect(said).toEqual({ out: '', err: expect.stringMatching(message) });
    expect(said.err).not.toMatch(/^\s+at /m);
  });
});

describe('its process', () => {
  it('ends with the exit code, and says in one line what failed', async () => {
    const [help, wrong, refused, debug, environment] = await Promise.all([
      catalog(['--help']),
      catalog(['destroy']),
      catalog(['migrate'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }),
      catalog(['migrate'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', LOG_LEVEL: 'debug' }),
      catalog(['migrate'], { DATABASE_URL: 'localhost' }),
    ]);
    expect([help.code, wrong.code, refused.code, debug.code, environment.code]).toEqual([0, 2, 1, 1, 78]);
    expect(refused).toMatchObject({ out: '', err: expect.stringMatching(/^[^\n]*ECONNREFUSED[^\n]*\n$/) });
    expect(debug.err).toMatch(/^\s+at /m);
    expect(environment.err).toBe('DATABASE_URL must look like postgres://user:password@host:5432/name\n');
  }, 60_000);
});
