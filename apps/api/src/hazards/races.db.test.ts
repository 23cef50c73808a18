import { sql } from 'kysely';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';
import { resourceOf } from '../testing/resource.ts';
import { type Sample, samples } from '../testing/samples.ts';
import { fileOf, upload } from '../testing/upload.ts';

/** Many at once: one wins, the others hear why, and nothing is half done or done twice. */
// Hashing has a suite of its own, and a queue that twenty at once would fill.
const passwords = { hash: async () => 'none', verify: async () => true };
const api = await testApi({ instead: () => ({ passwords }) });
const times = <T>(count: number, work: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

describe('R14: of many who save over the same version', () => {
  const editable = Object.entries<Sample>(samples).filter(([, { allKey }]) => !allKey);

  it.each(editable)('one does: %s', async (name, sample) => {
    const resource = resourceOf(api, name, sample);
    const { id, changeId } = await resource.create();
    const data = await resource.data();
    const answers = await times(10, () => resource.ask('update', { id, data, baseChangeId: changeId }));
    const saved = answers.filter(({ status }) => status === 200);
    // Whoever saves what is there already changes nothing, and so is in nobody's way.
    expect(saved.length).toBeGreaterThanOrEqual(1);
    // A row of a join is no longer where it was when the winner has moved it.
    const lost = name === 'movieGenres' || name === 'moviePersons' ? [409, 404] : [409];
    for (const { status, code } of answers) expect([200, ...lost], `${code}`).toContain(status);
    const conflicts = answers.filter(({ status }) => status === 409);
    for (const { error } of conflicts) expect(error?.conflict?.changeId).toBeGreaterThan(changeId);
  });

  it('with what he wrote, whole: a film', async () => {
    const movie = await api.rows.movie();
    const { item } = await api.as('editor').admin.movies.get({ id: movie.id });
    const answers = await times(50, (n) =>
      api.call('editor', 'admin.movies.update', {
        id: movie.id,
        data: { title: `Version ${n}`, durationMinutes: 60 + n },
        baseChangeId: item.changeId,
      }),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    // Whoever waits too long for his turn is told to come back.
    expect(answers.filter(({ status }) => ![200, 409, 503].includes(status))).toEqual([]);
    const winner = answers.findIndex(({ status }) => status === 200);
    const { item: now } = await api.as('editor').admin.movies.get({ id: movie.id });
    expect(now).toMatchObject({ title: `Version ${winner}`, durationMinutes: 60 + winner });
  });
});

describe('R15: the same picture, sent twenty times at once', () => {
  it('is lost by none, and kept once from then on', async () => {
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#123456' } })
      .png()
      .toBuffer();
    const answers = await times(20, () => upload(api, 'editor', { bytes }));
    const ids = answers.map((answer) => fileOf(answer).id);
    const keys = await api.db.read<string[]>(
      sql`select json_agg(distinct secret_key) as j from files where id = any(${ids}::int[])`,
    );
    // Those that came before its row was written may have stored it under names of their own; none is lost.
    for (const key of keys) expect(await api.services.storage.read(key)).not.toBeNull();
    // Whoever comes later adds none.
    const later = fileOf(await upload(api, 'editor', { bytes }));
    expect(later.known).toBe(true);
    const stored: string[] = [];
    for await (const { key } of api.services.storage.list()) stored.push(key);
    expect(stored.sort()).toEqual(
      (
        await api.db.read<string[]>(sql`select json_agg(distinct secret_key) as j from files
        where sha256 in (select sha256 from files where id = any(${ids}::int[]))`)
      ).sort(),
    );
  });
});

describe('R17: of many who want the same name', () => {
  it.each(['genres', 'countries'] as const)(
    'one has it, the others are told which field: %s',
    async (name) => {
      const data = name === 'genres' ? { name: 'Noir' } : { name: 'Ruritania', isoCode: 'XR' };
      const answers = await times(20, () => api.call('editor', `admin.${name}.create`, { data }));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      for (const answer of answers.filter(({ status }) => status !== 200)) {
        expect(answer).toMatchObject({ status: 400, code: 'VALIDATION' });
        expect(Object.keys(answer.fields).length).toBeGreaterThan(0);
      }
    },
  );

  it('who deletes and who uses it at the same time never both succeed', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [genre, movie] = [await api.rows.genre(), await api.rows.movie()];
      const [used, removed] = await Promise.all([
        api.call('editor', 'admin.movies.update', { id: movie.id, data: { genreIds: [genre.id] } }),
        api.call('editor', 'admin.genres.remove', { ids: [genre.id] }),
      ]);
      expect([used.status, removed.status].filter((status) => status >= 500)).toEqual([]);
      const rows = await api.db.read<number>(
        sql`select count(*)::int as j from movie_genres where movie_id = ${movie.id}`,
      );
      const there = await api.db.read<boolean>(
        sql`select exists (select from genres where id = ${genre.id}) as j`,
      );
      if (rows) expect(there).toBe(true);
      if (removed.status === 200) expect(rows).toBe(0);
    }
  });
});

describe('R16: fifty who add and remove favorites of many films at once', () => {
  it('leave one row a pair, and counts that are true', async () => {
    const movies = await times(5, () => api.rows.movie());
    for (let round = 0; round < 3; round += 1) {
      const answers = await times(50, (n) =>
        api.call(n % 2 ? 'visitor' : 'other', n % 3 ? 'favorites.add' : 'favorites.remove', {
          movieId: movies[n % 5]?.id,
        }),
      );
      expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    }
    const wrong = await api.db.read<number>(sql`select count(*)::int as j from movie_counters c
      where favorites <> (select count(*) from favorite_movies f where f.movie_id = c.movie_id)`);
    expect(wrong).toBe(0);
  });
});
