import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@cinematheque/db/embedded/server';
import { openDatabase } from '@cinematheque/db/open';
import { make } from '@cinematheque/db/testing/make';
import type { Dashboard } from '@cinematheque/shared/dashboard';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { createPasswords, hashPassword } from '../account/password.ts';
import { createSessions } from '../account/session.ts';
import { createTokens } from '../account/tokens.ts';
import { createApiTokens } from '../api-tokens.ts';
import { readConfig } from '../config.ts';
import { openStorage } from '../files/storage.ts';
import { createKeeper } from '../keeper.ts';
import { createLive } from '../live/live.ts';
import { buildServer } from '../server.ts';
import { createSlowStatements } from '../slow-statements.ts';
import { cookieFrom, httpClient } from '../testing/http.ts';

// A database of our own, to be stopped in its tracks. The server is as ever, but for its patience.
const dataDir = await mkdtemp(join(tmpdir(), 'cinematheque-frozen-'));
await chmod(dataDir, 0o755);
const postgres = await startEmbedded({ dataDir });
const db = await openDatabase({ url: postgres.url, statementTimeout: 500 });
await db.migrate();
const sessions = createSessions(db, { secure: false });
const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir, DATABASE_URL: postgres.url });
const app = await buildServer({
  config,
  ...{
    tokens: createTokens(db, ''),
    apiTokens: createApiTokens(db),
    mailer: null,
    settings: { catalogName: () => 'Cinematheque' },
    slowStatements: createSlowStatements(0),
    live: createLive(db, sessions),
    overviews: createKeeper<Dashboard>(db.watch(), config.cacheBytes),
  },
  ...{ db, sessions, passwords: createPasswords(), storage: await openStorage(config, async () => false) },
});
const http = httpClient(app);
const rows = make(db);
const admin = await rows.user({ role: 'admin', passwordHash: await hashPassword('long enough') });
const movie = await rows.movie({ title: 'Quai des brumes' });
const file = await rows.file();
const cookie = { cookie: cookieFrom(await sessions.start(admin.id)) };
afterAll(async () => {
  await app.close();
  await db.close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** To the server and to all its children, found through /proc. */
async function signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL') {
  const children = await readFile(`/proc/${postgres.pid}/task/${postgres.pid}/children`, 'utf8');
  for (const pid of [postgres.pid, ...children.trim().split(' ').map(Number)]) process.kill(pid, name);
}

/** Whatever needs the database, by every way there is. */
const everything = () => [
  http.call('movies.list'),
  http.call('movies.get', { id: movie.id }),
  http.call('search.everything', { q: 'quai' }),
  http.call('account.me', undefined, cookie),
  http.call('account.signIn', { email: admin.email, password: 'long enough' }),
  http.call('account.signUp', { email: 'a@example.org', username: 'ana', password: 'long enough' }),
  http.call('favorites.add', { movieId: movie.id }, cookie),
  http.call('admin.genres.list', {}, cookie),
  http.call('admin.genres.create', { data: { name: 'Frozen' } }, cookie),
  http.call('admin.movies.update', { id: movie.id, data: { title: 'Frozen' } }, cookie),
  http.send({ method: 'GET', url: `/files/${file.id}/${file.sha256.slice(0, 16)}/original.jpeg` }),
  http.send({ method: 'POST', url: '/files', headers: cookie }),
];

async function expectUnavailable() {
  // More than there are connections: some wait for an answer, the others for a connection.
  const answers = await Promise.all([...everything(), ...everything()]);
  for (const answer of answers) {
    expect(answer, answer.text).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
    expect(Number(answer.headers['retry-after']), answer.text).toBeGreaterThan(0);
  }
  const ready = await http.send({ method: 'GET', url: '/readyz' });
  expect(ready).toMatchObject({ status: 503, text: expect.stringContaining('"database":"unavailable"') });
  expect(await http.send({ method: 'GET', url: '/healthz' })).toMatchObject({ status: 200 });
}

it.runIf(process.platform === 'linux')(
  'H15, R12: ends every request with 503 while the database is frozen',
  async () => {
    await signal('SIGSTOP');
    await expectUnavailable();
    await signal('SIGCONT');
    expect((await http.call('movies.list')).status).toBe(200);
    expect(await http.call('admin.genres.create', { data: { name: 'Thawed' } }, cookie)).toMatchObject({
      status: 200,
    });
  },
);

it.runIf(process.platform === 'linux')('H15: what froze half-way is never written', async () => {
  const half = db.change({ channel: 'system' }, async (tx) => {
    await tx.execute(`insert into genres (name) values ('Half')`);
    await signal('SIGSTOP');
    await tx.execute(`insert into genres (name) values ('Other half')`);
  });
  await expect(half).rejects.toThrow();
  await signal('SIGCONT');
  await Promise.all(Array.from({ length: 12 }, () => rows.genre()));
  const names = await db.read(sql`select json_agg(name) as j from genres where name like '%alf'`);
  expect(names).toBeNull();
  const open = await db.read(sql`select count(*)::int as j from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`);
  expect(open).toBe(0);
});

it('R11: answers 503, not 500, when the database is gone', async () => {
  await signal('SIGKILL');
  await postgres.exited;
  await expectUnavailable();
});
