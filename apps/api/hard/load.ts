import { connect } from 'node:net';
import autocannon from 'autocannon';
import type { Experiment } from './experiment.ts';
import {
  call,
  highest,
  type Outcome,
  percentile,
  type Server,
  seconds,
  signIn,
  startServer,
  tally,
} from './server.ts';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again and again for so many seconds; the statuses of all answers, and the times of those that were 200. */
async function bombard(url: string, connections: number, duration: number, requests: autocannon.Request[]) {
  const statuses = new Map<number, number>();
  const accepted: number[] = [];
  let unanswered = 0;
  await new Promise<void>((resolve, reject) => {
    const options = { url, connections, duration, requests, timeout: 30 };
    autocannon(options, (error) => (error ? reject(error) : resolve()))
      .on('response', (_client, status, _bytes, ms) => {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status === 200) accepted.push(ms);
      })
      .on('reqError', () => {
        unanswered += 1;
      });
  });
  return { statuses, accepted, unanswered };
}

/** Watches a server's memory until it is told to stop; gives the mean of each third of that time, in megabytes. */
function watchMemory(server: Server) {
  const samples: number[] = [];
  const timer = setInterval(() => void server.memory().then((memory) => samples.push(memory)), 500);
  return (): [first: number, second: number, last: number] => {
    clearInterval(timer);
    const third = Math.floor(samples.length / 3);
    const mean = (part: number[]) => part.reduce((sum, one) => sum + one, 0) / part.length;
    return [
      mean(samples.slice(0, third)),
      mean(samples.slice(third, 2 * third)),
      mean(samples.slice(2 * third)),
    ];
  };
}

/** Searches and pages of searches; few, because autocannon makes all of them anew for every connection. */
const searches = Array.from({ length: 50 }, (_, n) => ({
  path: `/trpc/movies.list?input=${encodeURIComponent(JSON.stringify({ q: `film ${n}`, limit: 24 }))}`,
}));
const lists = Array.from({ length: 10 }, (_, n) => ({ path: `/movies?after=&q=x${n}` }));

const p99Of = (outcomes: Outcome[]) =>
  percentile(
    outcomes.map(({ ms }) => ms),
    0.99,
  );

/** Probes until it is told to stop; gives every outcome. */
function probe(url: string, path: string) {
  const asked: Promise<Outcome>[] = [];
  const timer = setInterval(() => asked.push(call(url, path)), 100);
  return async () => {
    clearInterval(timer);
    return Promise.all(asked);
  };
}

export const load: Experiment[] = [
  {
    id: 'R21',
    expected:
      '500 connections for 60 s: only 200 and 503, accepted p99 below 2 s, memory in the last third within 20 % of the second, normal 5 s after',
    async run(DATA_DIR) {
      const server = await startServer({ DATA_DIR, CACHE_MB: '0' });
      await bombard(server.url, 50, 5, [...searches, ...lists]);
      const before = await server.memory();
      const stop = watchMemory(server);
      const { statuses, accepted, unanswered } = await bombard(server.url, 500, 60, [...searches, ...lists]);
      const [first, second, last] = stop();
      await wait(5_000);
      const after = await call(server.url, 'movies.list');
      const refusal = await fetch(`${server.url}/healthz`);
      server.kill('SIGTERM');
      await server.ended;
      const p99 = percentile(accepted, 0.99);
      const odd = [...statuses.keys()].filter((status) => ![200, 429, 503].includes(status));
      return {
        seen: `${[...statuses].map(([status, count]) => `${status} x ${count}`).join(', ')}, unanswered ${unanswered}; accepted p99 ${seconds(p99)}; ${before.toFixed(0)} MB before, ${[first, second, last].map((third) => third.toFixed(0)).join(', ')} MB in its thirds; after it ${after.status} in ${seconds(after.ms)}`,
        ok:
          odd.length === 0 &&
          unanswered === 0 &&
          p99 < 2_000 &&
          last < second * 1.2 &&
          after.status === 200 &&
          after.ms < 1_000 &&
          refusal.status === 200,
      };
    },
  },
  {
    id: 'R22',
    expected:
      '64 connections that sign in for 10 s: page, file and health p99 below 500 ms, sign-ins 401 or 429',
    async run(DATA_DIR) {
      const server = await startServer({ DATA_DIR });
      const signInRequest = {
        ...{ method: 'POST' as const, path: '/trpc/account.signIn' },
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'nobody@example.org', password: 'not the password' }),
      };
      const paths = ['../healthz', '../favicon.svg', 'movies.list', '../'];
      // The first page of a server that has just begun is slow by itself.
      for (const path of paths) await call(server.url, path);
      const probes = paths.map((path) => probe(server.url, path));
      const { statuses } = await bombard(server.url, 64, 10, [signInRequest]);
      const outcomes = (await Promise.all(probes.map((stop) => stop()))).flat();
      server.kill('SIGTERM');
      await server.ended;
      const p99 = p99Of(outcomes);
      return {
        seen: `probes ${tally(outcomes.map(({ status }) => status))}, p99 ${p99.toFixed(0)} ms; sign-ins ${[...statuses].map(([status, count]) => `${status} x ${count}`).join(', ')}`,
        ok:
          outcomes.every(({ status }) => status === 200) &&
          p99 < 500 &&
          [...statuses.keys()].every((status) => [401, 429, 503].includes(status)),
      };
    },
  },
  {
    id: 'R23',
    expected: '200 slow headers and 200 slow bodies: cut within 30 s, others answered with p99 below 500 ms',
    async run(DATA_DIR) {
      const server = await startServer({ DATA_DIR });
      const { port } = new URL(server.url);
      const began = performance.now();
      const slow = (start: string) =>
        new Promise<number>((resolve) => {
          const socket = connect(Number(port), '127.0.0.1');
          socket.on('error', () => {});
          socket.write(start);
          const timer = setInterval(() => socket.write('x'), 1_000);
          socket.on('close', () => {
            clearInterval(timer);
            resolve(performance.now() - began);
          });
          socket.resume();
        });
      const head = 'POST /trpc/account.signIn HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
      const sockets = Array.from({ length: 400 }, (_, n) =>
        slow(n % 2 ? `${head}x-slow: ` : `${head}content-length: 10000\r\n\r\n{`),
      );
      const stop = probe(server.url, 'movies.list');
      const cut = await Promise.race([Promise.all(sockets), wait(45_000).then(() => null)]);
      const outcomes = await stop();
      server.kill('SIGTERM');
      await server.ended;
      const p99 = p99Of(outcomes);
      return {
        seen: `${cut ? `all cut after ${seconds(highest(cut))}` : 'some were never cut'}; others ${tally(outcomes.map(({ status }) => status))}, p99 ${p99.toFixed(0)} ms`,
        ok:
          cut !== null &&
          highest(cut) <= 30_000 &&
          outcomes.every(({ status }) => status === 200) &&
          p99 < 500,
      };
    },
  },
  {
    id: 'R27, R31',
    expected:
      '45 s of mixed load with 500 requests broken off: memory in the last third within 15 % of the second, then all well',
    async run(DATA_DIR) {
      const server = await startServer({ DATA_DIR });
      const cookie = await signIn(server.url);
      const stop = watchMemory(server);
      const writing = setInterval(
        () => void call(server.url, 'admin.genres.create', { data: { name: `G${Math.random()}` } }, cookie),
        100,
      );
      const breaking = setInterval(() => {
        for (let n = 0; n < 6; n += 1) {
          const abort = new AbortController();
          fetch(`${server.url}/movies?q=${Math.random()}`, { signal: abort.signal }).catch(() => {});
          setTimeout(() => abort.abort(), Math.random() * 20);
        }
      }, 500);
      await bombard(server.url, 16, 45, [...searches, ...lists]);
      for (const timer of [writing, breaking]) clearInterval(timer);
      const [, second, last] = stop();
      const after = await call(server.url, 'movies.list');
      server.kill('SIGTERM');
      const code = await server.ended;
      return {
        seen: `${second.toFixed(0)} MB in the second third, ${last.toFixed(0)} MB in the last; after it ${after.status}, exit ${code}`,
        ok: last <= second * 1.15 && after.status === 200 && code === 0,
      };
    },
  },
];
