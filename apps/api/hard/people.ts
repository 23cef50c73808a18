import { join } from 'node:path';
import { startEmbedded } from '@cinematheque/db/embedded/server';
import type { Experiment } from './experiment.ts';
import { call, percentile, signIn, startServer, timeUntil } from './server.ts';

export const people: Experiment[] = [
  {
    id: 'S21, S22, R20',
    expected:
      'two servers on one database: an edit is seen on the other within 2 s, the end of a session within 1 s',
    async run(folder) {
      const postgres = await startEmbedded({ dataDir: join(folder, 'postgres') });
      const env = { DATA_DIR: folder, DATABASE_URL: postgres.url };
      const [one, two] = [await startServer(env), await startServer(env)];
      const cookie = await signIn(one.url);
      const isIn = async () => (await call(two.url, 'favorites.ids', undefined, cookie)).status === 200;
      const before = await isIn();
      const genres = 'genres.list?input={"limit":100}';
      // Once before, so that the other has an old answer to give.
      await call(two.url, genres);
      await call(one.url, 'admin.genres.create', { data: { name: 'Seen elsewhere' } }, cookie);
      const edit = await timeUntil(
        async () => (await call(two.url, genres)).text.includes('Seen elsewhere'),
        10_000,
      );
      await call(one.url, 'account.signOut', {}, cookie);
      const ended = await timeUntil(async () => !(await isIn()), 10_000);
      for (const server of [one, two]) server.kill('SIGTERM');
      await Promise.all([one.ended, two.ended]);
      await postgres.stop();
      return {
        seen: `signed in on both: ${before}; the edit after ${edit.toFixed(0)} ms, the end of the session after ${ended.toFixed(0)} ms`,
        ok: before && edit <= 2_000 && ended <= 1_000,
      };
    },
  },
  {
    id: 'S30',
    expected: 'signing in with known and unknown names: medians differ by less than 10 ms',
    async run(DATA_DIR) {
      const server = await startServer({ DATA_DIR });
      const cookie = await signIn(server.url);
      const names: string[] = [];
      for (let n = 0; n < 12; n += 1) {
        const data = {
          email: `known${n}@example.org`,
          username: `known${n}`,
          role: 'visitor',
          password: 'a password of hers',
        };
        const { status } = await call(server.url, 'admin.users.create', { data }, cookie);
        if (status === 200) names.push(data.username);
      }
      const time = async (email: string) =>
        (await call(server.url, 'account.signIn', { email, password: 'not hers' })).ms;
      const differences: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const [known, unknown]: number[][] = [[], []];
        for (const [n, name] of names.flatMap((one) => [one, one, one]).entries()) {
          known?.push(await time(name));
          unknown?.push(await time(`nobody${round}-${n}`));
        }
        differences.push(Math.abs(percentile(known ?? [], 0.5) - percentile(unknown ?? [], 0.5)));
      }
      server.kill('SIGTERM');
      await server.ended;
      const middle = percentile(differences, 0.5);
      return {
        seen: `${differences.map((ms) => ms.toFixed(1)).join(', ')} ms in three rounds`,
        ok: middle < 10,
      };
    },
  },
];
