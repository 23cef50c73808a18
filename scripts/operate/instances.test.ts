import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { folderOfPostgres, hasDebianPostgres, startDebianPostgres } from '../testing/debian-postgres.ts';
import { end, freePort, serve } from '../testing/serve.ts';

const pgbouncer = '/usr/sbin/pgbouncer';
const possible = hasDebianPostgres && existsSync(pgbouncer);
if (!possible)
  console.log(
    'Left out: two servers behind PgBouncer. As root on Debian: apt-get install postgresql pgbouncer.',
  );

const home = await mkdtemp(join(tmpdir(), 'cinematheque-instances-'));
afterAll(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));

const admin = { email: 'ana@example.org', password: 'a password of hers' };

/** PgBouncer in transaction mode before a PostgreSQL: each statement may come to another connection. */
async function startPooler(postgres: { port: number }): Promise<string> {
  const port = await freePort();
  const folder = await folderOfPostgres();
  await writeFile(
    join(folder, 'pgbouncer.ini'),
    `[databases]
     postgres = host=127.0.0.1 port=${postgres.port} user=postgres
     [pgbouncer]
     listen_addr = 127.0.0.1
     listen_port = ${port}
     unix_socket_dir =
     auth_type = any
     pool_mode = transaction
     default_pool_size = 4
     max_client_conn = 200
     admin_users = postgres`,
  );
  const { uid } = await stat(folder);
  const pooler = spawn(pgbouncer, ['-q', join(folder, 'pgbouncer.ini')], { uid, cwd: '/', stdio: 'inherit' });
  onTestFinished(async () => {
    await end(pooler, 'SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });
  return `postgres://postgres@127.0.0.1:${port}/postgres`;
}

/** A server, as somebody uses it who is signed in there. */
function user(url: string, cookie = '') {
  const headers = { 'content-type': 'application/json', cookie };
  return {
    async read(path: string, input?: object) {
      const query = input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
      const answer = await fetch(`${url}/trpc/${path}${query}`, { headers });
      return { status: answer.status, text: await answer.text() };
    },
    async send(path: string, input: object) {
      const body = JSON.stringify(input);
      const answer = await fetch(`${url}/trpc/${path}`, { method: 'POST', headers, body });
      const cookie = answer.headers.get('set-cookie') ?? '';
      return { status: answer.status, text: await answer.text(), cookie };
    },
    async write(path: string, input: object) {
      const { status, text, cookie } = await this.send(path, input);
      expect(status, text).toBe(200);
      return { result: JSON.parse(text).result.data, cookie };
    },
  };
}

/** Two servers behind PgBouncer, with a primary and a streaming replica, and an administrator signed in on both. */
async function startTwo() {
  const postgres = await startDebianPostgres();
  onTestFinished(postgres.stop);
  const replica = await startDebianPostgres({ replicaOf: postgres.port });
  onTestFinished(replica.stop);
  const env = {
    DATABASE_URL: await startPooler(postgres),
    ...{ DATABASE_DIRECT_URL: postgres.url, DATABASE_REPLICA_URLS: replica.url },
    // Each answer is made anew: it is not the cache that is tested.
    CACHE_MB: '0',
    ...{ ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password },
  };
  const first = await serve({ ...env, DATA_DIR: join(home, `${postgres.port}-first`) });
  onTestFinished(first.stop);
  const second = await serve({ ...env, DATA_DIR: join(home, `${postgres.port}-second`) });
  onTestFinished(second.stop);
  const { cookie } = await user(first.url).write('account.signIn', admin);
  return { first, second, replica, one: user(first.url, cookie), other: user(second.url, cookie) };
}

/** Work on one server, by several at once, until it is told to end: what was answered, in order. */
function keepBusy(name: string, who: ReturnType<typeof user>) {
  /** 0 where the connection was cut. */
  const statuses: number[] = [];
  const acknowledged: string[] = [];
  let going = true;
  const note = async (answer: Promise<{ status: number }>) => {
    const { status } = await answer.catch(() => ({ status: 0 }));
    statuses.push(status);
    // Who is refused or cut off does not come back at once.
    if (status !== 200) await sleep(20);
    return status === 200;
  };
  const workers = [0, 1, 2, 3].map(async (worker) => {
    for (let n = 0; going; n += 1) {
      const title = `Film ${name} ${worker} ${n}`;
      if (await note(who.send('admin.movies.create', { data: { title } }))) acknowledged.push(title);
      await note(who.read('movies.list', { q: 'godfather', sort: 'newest' }));
      await note(who.read('search.everything', { q: `casablanca ${n}` }));
    }
  });
  return {
    statuses,
    acknowledged,
    /** Waits until so many more were answered well. */
    answers: async (more: number) => {
      const good = () => statuses.filter((status) => status === 200).length;
      const enough = good() + more;
      await expect.poll(good, { timeout: 60_000 }).toBeGreaterThanOrEqual(enough);
    },
    end: async () => {
      going = false;
      await Promise.all(workers);
    },
  };
}

it.runIf(possible)(
  'R20: two servers, with PgBouncer in transaction mode and a replica, are one catalog',
  async () => {
    const { first, second, replica, one, other } = await startTwo();

    // Many at once, so that the pooler hands connections from one to the other.
    const questions = ['godfahter', 'casablanca', 'kurosawa', 'drama', 'ripley', 'amelie'].flatMap((q) => [
      one.read('search.everything', { q }),
      other.read('search.everything', { q: `${q} ` }),
      other.read('movies.list', { q, sort: 'newest', limit: 10 }),
      one.read('movies.facets', { q }),
      one.read('admin.movies.list', { q }),
    ]);
    const answers = await Promise.all(questions);
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(answers[0]?.text).toContain('The Godfather');
    expect(answers[1]?.text).toBe(answers[0]?.text);

    const made = await one.write('admin.movies.create', { data: { title: 'Seen from both' } });
    const seen = () => other.read('movies.get', { id: made.result.item.id });
    await expect.poll(async () => (await seen()).text, { timeout: 2_000 }).toContain('Seen from both');
    await one.write('admin.movies.update', { id: made.result.item.id, data: { title: 'Seen anew' } });
    await expect.poll(async () => (await seen()).text, { timeout: 2_000 }).toContain('Seen anew');

    await one.write('admin.system.rename', { data: { catalogName: 'Kino Babylon' } });
    const front = async () => (await fetch(second.url)).text();
    await expect.poll(front, { timeout: 2_000 }).toContain('Kino Babylon');

    // The public reads go to the replica, but for what it has not seen yet.
    const clients = "select count(*) from pg_stat_activity where application_name = 'cinematheque'";
    expect(Number(await replica.ask(clients))).toBeGreaterThan(0);
    await replica.ask('select pg_wal_replay_pause()');
    await one.write('admin.movies.update', { id: made.result.item.id, data: { title: 'Seen late there' } });
    expect((await one.read('movies.get', { id: made.result.item.id })).text).toContain('Seen late there');
    await expect.poll(async () => (await seen()).text, { timeout: 2_000 }).toContain('Seen late there');
    await replica.stop();
    expect((await Promise.all(Array.from({ length: 20 }, seen))).map(({ status }) => status)).toEqual(
      Array.from({ length: 20 }, () => 200),
    );

    // Killed, the other one goes on.
    await first.kill();
    expect(
      (await other.write('admin.genres.create', { data: { name: 'Noir Babylon' } })).result,
    ).toBeDefined();
    await other.write('account.signOut', {});
    expect((await other.read('admin.genres.list')).status).toBe(401);
  },
);

it.runIf(possible)('R20: a replica and a server killed under load take nothing with them', async () => {
  const { first, replica, one, other } = await startTwo();
  const [onFirst, onSecond] = [keepBusy('first', one), keepBusy('second', other)];
  const both = [onFirst, onSecond];
  const [PHASE, REST] = [30, 20];

  await Promise.all(both.map(({ answers }) => answers(PHASE)));
  await replica.stop();
  await Promise.all(both.map(({ answers }) => answers(PHASE)));
  const beforeKill = onFirst.statuses.length;
  await first.kill();
  await onSecond.answers(PHASE);
  await Promise.all(both.map(({ end }) => end()));

  // The one that lives says 503 at most, and not for long; so does the other one, until it is cut off.
  expect([...new Set(onSecond.statuses)].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(onSecond.statuses.slice(-REST)).toEqual(Array.from({ length: REST }, () => 200));
  expect(onFirst.statuses.slice(0, beforeKill).filter((status) => status !== 200 && status !== 503)).toEqual(
    [],
  );
  expect(onFirst.statuses.at(-1)).toBe(0);

  // Each film that was acknowledged is there, once.
  for (const title of both.flatMap(({ acknowledged }) => acknowledged)) {
    const { text } = await other.read('admin.movies.list', {
      filter: { field: 'title', op: 'is', value: title },
    });
    expect(JSON.parse(text).result.data.total, title).toEqual({ value: 1, exact: true });
  }
});
