import { runningEmbedded } from '@cinematheque/db/embedded/server';
import pg from 'pg';
import type { Experiment } from './experiment.ts';
import { call, seconds, startServer, tally } from './server.ts';

/** A second hand on the catalog's tables: whoever reads genres waits until it lets go. */
async function holdGenres(dataDir: string): Promise<() => Promise<void>> {
  const url = await runningEmbedded(dataDir);
  const client = new pg.Client({ connectionString: url ?? '' });
  client.on('error', () => {});
  await client.connect();
  await client.query('begin');
  await client.query('lock table genres in access exclusive mode');
  return () => client.end();
}
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export const stopping: Experiment[] = [
  {
    id: 'R01',
    expected: 'SIGTERM amid 20 requests: all answered 200, new ones not taken, exit 0 in 10 s',
    async run(DATA_DIR) {
      const server = await startServer({ DATA_DIR });
      const letGo = await holdGenres(DATA_DIR);
      const asked = Array.from({ length: 8 }, (_, n) =>
        call(server.url, `genres.list?input=${encodeURIComponent(`{"limit":${n + 1}}`)}`),
      ).concat(Array.from({ length: 12 }, () => call(server.url, 'genres.list')));
      await wait(1_000);
      const began = performance.now();
      server.kill('SIGTERM');
      await wait(300);
      const late = await call(server.url, 'movies.list');
      await letGo();
      const statuses = (await Promise.all(asked)).map(({ status }) => status);
      const code = await server.ended;
      const took = performance.now() - began;
      return {
        seen: `${tally(statuses)}; a new one ${late.status || 'refused'}; exit ${code} after ${seconds(took)}`,
        ok:
          statuses.every((one) => one === 200) &&
          [0, 503].includes(late.status) &&
          code === 0 &&
          took < 10_000,
      };
    },
  },
  {
    id: 'R03',
    expected: 'SIGTERM twice while a request never ends: ended in 15 s, starts again by itself',
    async run(DATA_DIR) {
      const server = await startServer({ DATA_DIR });
      await holdGenres(DATA_DIR);
      void call(server.url, 'genres.list');
      await wait(500);
      const began = performance.now();
      server.kill('SIGTERM');
      await wait(200);
      server.kill('SIGTERM');
      await server.ended;
      const took = performance.now() - began;
      const again = await startServer({ DATA_DIR });
      const { status } = await call(again.url, 'genres.list');
      again.kill('SIGTERM');
      return {
        seen: `ended after ${seconds(took)}; then ${status}, exit ${await again.ended}`,
        ok: took < 15_000 && status === 200,
      };
    },
  },
];
