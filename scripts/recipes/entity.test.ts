import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { output, root } from '../run-command.ts';
import { scratchCopy } from '../testing/scratch.ts';

/** CONTRIBUTING's recipe "Add an entity", followed in a copy of the project: festivals with name, country and year. */
const account = { email: 'ada@example.org', password: 'a long enough password' };
const browser = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
let project = '';
let site = '';
let server: ChildProcess | null = null;

/** Writes into a file of the copy what the recipe says; the place must be there, once. */
async function edit(path: string, ...changes: [before: string, after: string][]): Promise<void> {
  const file = join(project, path);
  let text = await readFile(file, 'utf8');
  for (const [before, after] of changes) {
    expect(text.split(before), `${path}: ${before}`).toHaveLength(2);
    text = text.replace(before, () => after);
  }
  await writeFile(file, text);
}

/** What the migration's author adds to the table that was generated. */
const promises = `
    this.addSql(\`alter table festivals
      add foreign key (country_id) references countries on delete restrict,
      add check (name <> ''),
      add column sort_name text collate "C" generated always as (sort_key(name)) stored\`);
    this.addSql('create index festivals_name on festivals (sort_name, id)');
    this.addSql('create index festivals_country on festivals (country_id)');
    for (const statement of logTriggers({ table: 'festivals' })) this.addSql(statement);
  }
}`;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

async function start(): Promise<void> {
  const port = await freePort();
  site = `http://127.0.0.1:${port}`;
  const env = {
    ...{ PORT: String(port), DATA_DIR: join(project, '.data'), DATABASE_URL: '', LOG_LEVEL: 'warn' },
    ...{ SAMPLE_CATALOG: 'false', ADMIN_EMAIL: account.email, ADMIN_PASSWORD: account.password },
  };
  const child = spawn('node', ['apps/api/src/main.ts'], { cwd: project, env: { ...process.env, ...env } });
  server = child;
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (text: Buffer) => {
      said += text;
      if (/API {7}http/.test(said)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
}

let cookie = '';
async function call(path: string, input: unknown, method: 'GET' | 'POST' = 'POST') {
  const json = JSON.stringify(input);
  const answer = await fetch(
    `${site}/trpc/${path}${method === 'GET' ? `?input=${encodeURIComponent(json)}` : ''}`,
    {
      method,
      headers: { 'content-type': 'application/json', cookie },
      body: method === 'POST' ? json : undefined,
    },
  );
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
  return { status: answer.status, ...(await answer.json()) };
}

beforeAll(async () => {
  project = await scratchCopy();
  await cp(join(root, 'scripts/recipes/festivals'), project, { recursive: true });
});

afterAll(async () => {
  server?.kill('SIGTERM');
  if (server && server.exitCode === null) await once(server, 'exit');
  if (project) await rm(dirname(project), { recursive: true, force: true });
});

it('an entity costs four small files, three index lines and a migration', async () => {
  await edit(
    'packages/db/src/entities/index.ts',
    ['import { File }', "import { Festival } from './festival.ts';\nimport { File }"],
    ['  FavoriteMovie,\n]', '  FavoriteMovie,\n  Festival,\n]'],
  );
  await edit(
    'apps/api/src/admin/index.ts',
    ['import { files }', "import { festivals } from './festivals.ts';\nimport { files }"],
    ['  genres: router(genres),', '  genres: router(genres),\n  festivals: router(festivals),'],
  );
  await edit(
    'apps/admin/src/resources/registry.ts',
    ['import { files }', "import { festivals } from './festivals.tsx';\nimport { files }"],
    ['  countries,\n  files,', '  countries,\n  festivals,\n  files,'],
  );
  const said = await output('node', ['scripts/run.mjs', 'scripts/new-migration.ts', 'festivals'], project);
  const [migration = ''] = said.match(/packages\/\S+\.ts/) ?? [];
  await edit(
    migration,
    [
      "import { Migration } from '@mikro-orm/migrations';",
      "import { Migration } from '@mikro-orm/migrations';\nimport { logTriggers } from './change-log-triggers.ts';",
    ],
    ['\n  }\n}', promises],
  );
  // For the tests: a sample.
  await edit(
    'apps/api/src/testing/samples.ts',
    [
      'import { File } from',
      "import { Festival } from '@cinematheque/db/entities/festival';\nimport { File } from",
    ],
    [
      '  genres: {\n    entity: Genre,',
      `  festivals: {
    entity: Festival,
    role: 'editor',
    data: async (rows) => ({ name: \`Festival \${next()}\`, year: 1946 + next(), countryId: (await rows.country()).id }),
    use: null,
    text: ({ name }) => text(name),
  },
  genres: {
    entity: Genre,`,
    ],
  );
  for (const app of ['apps/api', 'apps/admin']) {
    await output(join(project, 'node_modules/.bin/tsc'), ['--noEmit', '-p', app], project);
  }
  await start();
});

it('lists, filters, searches, keeps versions, and refuses whoever may not', async () => {
  expect(await call('admin.festivals.list', {}, 'GET')).toMatchObject({ status: 401 });
  expect(await call('account.signIn', account)).toMatchObject({ status: 200 });
  const country = (await call('admin.countries.create', { data: { name: 'France' } })).result.data.item;
  const cannes = { name: 'Festival de Cannes', year: 1946, countryId: country.id };
  const { item } = (await call('admin.festivals.create', { data: cannes })).result.data;
  expect(item).toMatchObject({ ...cannes, country: { name: 'France' } });
  await call('admin.festivals.create', { data: { name: 'Berlinale', year: 1951 } });

  const list = async (input: object) =>
    (await call('admin.festivals.list', input, 'GET')).result.data.items.map(
      ({ name }: { name: string }) => name,
    );
  expect(await list({})).toEqual(['Berlinale', 'Festival de Cannes']);
  expect(await list({ sort: ['year'] })).toEqual(['Festival de Cannes', 'Berlinale']);
  expect(await list({ q: 'cannes' })).toEqual(['Festival de Cannes']);
  expect(await list({ filter: { field: 'countryId', op: 'empty' } })).toEqual(['Berlinale']);
  const options = await call('admin.festivals.options', { q: 'berl' }, 'GET');
  expect(options.result.data.items).toMatchObject([{ label: 'Berlinale', hint: '1951' }]);

  const late = { id: item.id, baseChangeId: item.changeId };
  await call('admin.festivals.update', { ...late, data: { year: 1947 } });
  expect(await call('admin.festivals.update', { ...late, data: { year: 1948 } })).toMatchObject({
    status: 409,
  });
  expect(await call('admin.festivals.create', { data: { name: '', year: 12 } })).toMatchObject({
    status: 400,
    error: { data: { fields: { name: 'Fill this in', year: 'At least 1900' } } },
  });

  const visitor = { username: 'viktor', email: 'viktor@example.org', password: account.password };
  await call('account.signUp', visitor);
  expect(await call('admin.festivals.create', { data: { name: 'Forged' } })).toMatchObject({ status: 403 });
});

it.skipIf(!existsSync(browser))('stands in the console: menu, list, form, search', async () => {
  const admin = join(project, 'apps/admin');
  // Without it vite would build for tests, as it is told by the environment of this one.
  const vite = ['NODE_ENV=production', join(admin, 'node_modules/.bin/vite')];
  await output('env', [...vite, 'build', '--logLevel', 'error'], admin);
  server?.kill('SIGTERM');
  if (server) await once(server, 'exit');
  await start();
  const chrome = await chromium.launch({ executablePath: browser, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await chrome.newPage({ baseURL: site });
  try {
    await page.goto('/admin');
    await page.getByRole('textbox', { name: 'E-mail or username' }).fill(account.email);
    await page.getByLabel('Password').fill(account.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Festivals' }).first().click();
    await page.getByRole('link', { name: 'New festival' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Locarno');
    await page.getByRole('textbox', { name: 'Year' }).fill('1946');
    await page.getByRole('combobox', { name: 'Country' }).fill('Fra');
    await page.getByRole('option', { name: 'France' }).click();
    await page.getByRole('button', { name: 'Create festival' }).click();
    await page.waitForURL(/\/admin\/festivals\/\d+$/);
    await page.goto('/admin/festivals?q=locar');
    await page.getByRole('link', { name: 'Locarno' }).first().waitFor();
    expect(await page.getByText('Berlinale').count()).toBe(0);
  } catch (error) {
    throw new Error(`${page.url()} shows: ${await page.locator('body').textContent()}`, { cause: error });
  } finally {
    await chrome.close();
  }
});
