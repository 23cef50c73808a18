import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { startEmbedded } from '@cinematheque/db/embedded/server';
import type { Experiment } from './experiment.ts';
import { call, highest, type Outcome, seconds, signIn, startServer, tally, timeUntil } from './server.ts';

/** A PostgreSQL at an address that stays, however often it is stopped and started again. */
async function lastingDatabase(dataDir: string) {
  let postgres = await startEmbedded({ dataDir });
  const proxy = createServer((near) => {
    const far = connect(Number(new URL(postgres.url).port), '127.0.0.1');
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const url = new URL(postgres.url);
  url.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: url.href,
    async crash() {
      process.kill(postgres.pid, 'SIGQUIT');
      await postgres.exited;
    },
    async start() {
      postgres = await startEmbedded({ dataDir });
    },
    /** To PostgreSQL and to all of its processes. */
    async signal(name: NodeJS.Signals) {
      const children = await readFile(`/proc/${postgres.pid}/task/${postgres.pid}/children`, 'utf8');
      for (const pid of [postgres.pid, ...children.trim().split(' ').map(Number)]) process.kill(pid, name);
    },
    async stop() {
      await postgres.stop();
      proxy.close();
    },
  };
}

/** Asks and writes 20 times a second until it is told to stop. */
function keepAsking(url: string, cookie: string) {
  const outcomes: Promise<Outcome>[] = [];
  const acknowledged: string[] = [];
  let n = 0;
  const timer = setInterval(() => {
    n += 1;
    const name = `Kept ${n}`;
    outcomes.push(call(url, `movies.get?input=${encodeURIComponent(`{"id":${(n % 10) + 1}}`)}`));
    const write = call(url, 'admin.genres.create', { data: { name } }, cookie);
    outcomes.push(write);
    void write.then(({ status }) => status === 200 && acknowledged.push(name));
  }, 50);
  return {
    acknowledged,
    async stop() {
      clearInterval(timer);
      return Promise.all(outcomes);
    },
  };
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const isReady = async (url: string) => (await call(url, 'movies.list')).status === 200;
const isWritable = async (url: string, cookie: string) =>
  (await call(url, 'admin.genres.create', { data: { name: randomBytes(8).toString('hex') } }, cookie))
    .status === 200;

export const database: Experiment[] = [
  {
    id: 'R11',
    expected:
      'PostgreSQL stopped at once for 5 s under load: 503 only, server lives, 200 within 5 s, no write lost',
    async run(folder) {
      const postgres = await lastingDatabase(join(folder, 'postgres'));
      const server = await startServer({ DATA_DIR: folder, DATABASE_URL: postgres.url });
      const cookie = await signIn(server.url);
      const asking = keepAsking(server.url, cookie);
      await wait(2_000);
      await postgres.crash();
      await wait(5_000);
      await postgres.start();
      const back = await timeUntil(() => isWritable(server.url, cookie), 20_000);
      const outcomes = await asking.stop();
      const { text } = await call(server.url, 'genres.list?input={"limit":100}');
      const genres = await Promise.all(
        asking.acknowledged.map(
          async (name) =>
            text.includes(`"${name}"`) ||
            (
              await call(server.url, `genres.list?input=${encodeURIComponent(JSON.stringify({ q: name }))}`)
            ).text.includes(`"${name}"`),
        ),
      );
      const lost = genres.filter((kept) => !kept).length;
      const failed = outcomes.filter(({ status }) => status !== 200);
      server.kill('SIGTERM');
      const code = await server.ended;
      await postgres.stop();
      return {
        seen: `${tally(outcomes.map(({ status }) => status))}, the slowest failure ${seconds(highest(failed.map(({ ms }) => ms)))}; back after ${seconds(back)}; ${asking.acknowledged.length} writes acknowledged, ${lost} lost; exit ${code}`,
        ok:
          failed.length > 0 &&
          failed.every(({ status }) => status === 503) &&
          back <= 5_000 &&
          lost === 0 &&
          code === 0,
      };
    },
  },
  {
    id: 'R12',
    expected:
      'PostgreSQL frozen for 25 s: every request ends with 503 within 20 s, 200 within 5 s of the thaw',
    async run(folder) {
      if (process.platform !== 'linux') return null;
      const postgres = await lastingDatabase(join(folder, 'postgres'));
      const server = await startServer({ DATA_DIR: folder, DATABASE_URL: postgres.url });
      const cookie = await signIn(server.url);
      await postgres.signal('SIGSTOP');
      const asked = Array.from({ length: 40 }, (_, n) =>
        call(server.url, `movies.list?input={"limit":${n + 1}}`, undefined, cookie),
      );
      const alive = await call(server.url.replace(/$/, ''), '../healthz');
      const outcomes = await Promise.all(asked);
      await wait(Math.max(0, 25_000 - highest(outcomes.map(({ ms }) => ms))));
      await postgres.signal('SIGCONT');
      const back = await timeUntil(() => isReady(server.url), 20_000);
      server.kill('SIGTERM');
      await server.ended;
      await postgres.stop();
      return {
        seen: `${tally(outcomes.map(({ status }) => status))}, the slowest ${seconds(highest(outcomes.map(({ ms }) => ms)))}; /healthz ${alive.status} meanwhile; back after ${seconds(back)}`,
        ok:
          outcomes.every(({ status, ms }) => status === 503 && ms < 20_000) &&
          alive.status === 200 &&
          back <= 5_000,
      };
    },
  },
  {
    id: 'R08, R09',
    expected: 'embedded database, 5 times kill -9 amid writes: starts by itself, no acknowledged write lost',
    async run(DATA_DIR) {
      const acknowledged: string[] = [];
      let [lost, started] = [0, 0];
      for (let round = 0; round < 5; round += 1) {
        const server = await startServer({ DATA_DIR });
        started += 1;
        const cookie = await signIn(server.url);
        for (const name of acknowledged) {
          const { text } = await call(
            server.url,
            `genres.list?input=${encodeURIComponent(JSON.stringify({ q: name }))}`,
          );
          if (!text.includes(`"${name}"`)) lost += 1;
        }
        const ended = server.ended;
        const write = async (n: number) => {
          const name = `Round ${round} ${n}`;
          if ((await call(server.url, 'admin.genres.create', { data: { name } }, cookie)).status === 200)
            acknowledged.push(name);
        };
        const writing = Array.from({ length: 30 }, (_, n) => write(n));
        await Promise.race(writing);
        server.kill('SIGKILL');
        await Promise.all([ended, ...writing]);
      }
      const server = await startServer({ DATA_DIR });
      server.kill('SIGTERM');
      return {
        seen: `${started} starts, ${acknowledged.length} writes acknowledged, ${lost} lost; exit ${await server.ended}`,
        ok: started === 5 && acknowledged.length >= 5 && lost === 0,
      };
    },
  },
  {
    id: 'R10',
    expected:
      'disk full: writes 503 with clear words, reads 200, /healthz answers; with space again all goes on without a restart',
    async run(folder) {
      const disk = join(folder, 'disk');
      try {
        execFileSync('mkdir', [disk]);
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300m,mode=0755', 'tmpfs', disk], {
          stdio: 'ignore',
        });
      } catch {
        return null;
      }
      try {
        const server = await startServer({ DATA_DIR: disk });
        const cookie = await signIn(server.url);
        // All that is left, but for what PostgreSQL holds already.
        await writeFile(join(disk, 'filler'), randomBytes(300 * 1024 * 1024)).catch(() => {});
        const description = () => randomBytes(3_000).toString('hex');
        const create = () =>
          call(
            server.url,
            'admin.movies.create',
            { data: { title: 'Filler', description: description() } },
            cookie,
          );
        const writes: Outcome[] = [];
        while (writes.length < 20_000 && writes.filter(({ status }) => status !== 200).length < 5)
          writes.push(...(await Promise.all(Array.from({ length: 10 }, create))));
        const refused = writes.filter(({ status }) => status !== 200);
        const [read, health] = [await call(server.url, 'movies.list'), await call(server.url, '../healthz')];
        await rm(join(disk, 'filler'), { force: true });
        const back = await timeUntil(async () => (await create()).status === 200, 30_000);
        const alive = await isReady(server.url);
        server.kill('SIGTERM');
        const code = await server.ended;
        return {
          seen: `${tally(writes.map(({ status }) => status))}; reads ${read.status}, /healthz ${health.status} in ${seconds(health.ms)}; with space again writes after ${seconds(back)}; exit ${code}`,
          ok:
            refused.length > 0 &&
            refused.every(({ status }) => status === 503) &&
            read.status === 200 &&
            health.status === 200 &&
            health.ms < 1_000 &&
            alive &&
            back < 30_000 &&
            code === 0,
        };
      } finally {
        execFileSync('umount', ['-l', disk], { stdio: 'ignore' });
      }
    },
  },
];
