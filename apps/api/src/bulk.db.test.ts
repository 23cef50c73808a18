import { limits } from '@cinematheque/shared/limits';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testApi } from './testing/api.ts';
import { resourceOf } from './testing/resource.ts';
import { type Sample, samples } from './testing/samples.ts';

const api = await testApi();
const admin = api.as('editor').admin;
const refused = { status: 400, code: 'VALIDATION' };

const changes = () =>
  api.db.read<{ changes: number; summary: string | null }>(
    sql`select json_build_object('changes', count(*), 'summary', max(summary)) as j from changes`,
  );

const withBulk = Object.entries<Sample>(samples).filter(([name, sample]) =>
  resourceOf(api, name, sample).has('bulkUpdate'),
);

describe.each(withBulk)('%s', (name, sample) => {
  const { ask, create, get, data, bulkPart, filled, fields } = resourceOf(api, name, sample);

  it('sets each field for a selection, in one change, and counts what already has it', async () => {
    const [one, two, other] = [await create(), await create(), await create()];
    const values = Object.entries(bulkPart(await data())).filter(([field]) => !field.endsWith('Precision'));
    for (const [field, value] of values) {
      await ask('update', { id: one.id, data: { [field]: value } });
      const input = { of: { ids: [one.id, two.id] }, edit: { set: { [field]: value } } };
      const before = filled(await get(two.id));
      const change = Number(JSON.stringify(before[field]) !== JSON.stringify(value));
      const logged = await changes();
      expect((await ask('bulkPreview', input)).data).toEqual({ change, already: 2 - change });
      expect((await ask('bulkUpdate', input)).data).toEqual({ changed: change });
      expect((await changes()).changes - logged.changes).toBe(change);
      expect(filled(await get(two.id))).toEqual({ ...before, [field]: value });
      expect((await ask('bulkUpdate', input)).data).toEqual({ changed: 0 });
    }
    expect(filled(await get(other.id))).toEqual(filled(other));
  });

  it('refuses fields that are not set for many, and a selection that says nothing', async () => {
    const { id } = await create();
    const set = bulkPart(await data());
    const before = await api.dump();
    for (const procedure of ['bulkPreview', 'bulkUpdate']) {
      for (const of of [{}, { ids: [] }, { ids: [id], all: true }, { q: 'x' }, { all: false }])
        expect(await ask(procedure, { of, edit: { set } }), JSON.stringify(of)).toMatchObject(refused);
      for (const field of ['id', 'createdAt', 'passwordHash', ...fields.filter((field) => !(field in set))])
        expect(
          await ask(procedure, { of: { all: true }, edit: { set: { [field]: 1 } } }),
          field,
        ).toMatchObject(refused);
      expect(await ask(procedure, { of: { ids: [id] }, edit: { set: {} } })).toMatchObject(refused);
    }
    expect(await api.dump()).toEqual(before);
  });
});

describe('films', () => {
  const titled = (word: string) => ({
    all: true as const,
    filter: { field: 'title' as const, op: 'contains' as const, value: word },
  });

  it('get genres by filter behind those that they have, and lose them again', async () => {
    const [drama, noir, crime] = [await api.rows.genre(), await api.rows.genre(), await api.rows.genre()];
    await api.rows.movie({ title: 'Bulk one', genres: [noir, drama] });
    const second = await api.rows.movie({ title: 'Bulk two', genres: [noir] });
    const outside = await api.rows.movie({ title: 'Alone', genres: [noir] });
    const genresOf = async ({ id }: { id: number }) =>
      (await admin.movies.get({ id })).item.genres.map((genre) => genre.id);

    const add = { of: titled('bulk'), edit: { add: { genreIds: [drama.id, crime.id] } } };
    const onlyDrama = { of: titled('bulk'), edit: { add: { genreIds: [drama.id] } } };
    expect(await admin.movies.bulkPreview(onlyDrama)).toEqual({ change: 1, already: 1 });
    expect(await admin.movies.bulkPreview(add)).toEqual({ change: 2, already: 0 });
    expect(await admin.movies.bulkUpdate(add)).toEqual({ changed: 2 });
    expect(await genresOf(second)).toEqual([noir.id, drama.id, crime.id]);
    expect(await genresOf(outside)).toEqual([noir.id]);
    expect(await admin.movies.bulkPreview(add)).toEqual({ change: 0, already: 2 });

    const remove = { of: titled('bulk'), edit: { remove: { genreIds: [noir.id] } } };
    expect(await admin.movies.bulkPreview(remove)).toEqual({ change: 2, already: 0 });
    const { changes: logged } = await changes();
    expect(await admin.movies.bulkUpdate(remove)).toEqual({ changed: 2 });
    expect((await changes()).changes).toBe(logged + 1);
    expect(await genresOf(second)).toEqual([drama.id, crime.id]);
    expect(await genresOf(outside)).toEqual([noir.id]);
  });

  it('keep to the number of genres that a film may have, all or none of them', async () => {
    const genres = await Promise.all(Array.from({ length: limits.genresPerMovie }, () => api.rows.genre()));
    await api.rows.movie({ title: 'Crowded A', genres });
    await api.rows.movie({ title: 'Crowded B', genres: genres.slice(1) });
    await api.rows.movie({ title: 'Crowded C', genres: genres.slice(2) });
    const [one, two] = [await api.rows.genre(), await api.rows.genre()];
    const add = (genreIds: number[]) =>
      api.call('editor', 'admin.movies.bulkUpdate', { of: titled('crowded'), edit: { add: { genreIds } } });
    const before = await api.dump();
    expect(await add([one.id, two.id])).toMatchObject({
      ...refused,
      fields: {
        'edit.add.genreIds': expect.stringMatching(/^More than 50 genres: “Crowded A” and 1 more film/),
      },
    });
    expect(await api.dump()).toEqual(before);
    expect(await add([genres[0]?.id ?? 0])).toMatchObject({ data: { changed: 2 } });
  });

  it('are not changed at all when what is set does not exist', async () => {
    await api.rows.movie({ title: 'Missing one' });
    const before = await api.dump();
    const tries = [
      { set: { countryId: 999_999 } },
      { add: { genreIds: [999_999] } },
      { set: { durationMinutes: 0 } },
    ];
    for (const edit of tries)
      expect(
        await api.call('editor', 'admin.movies.bulkUpdate', { of: titled('missing'), edit }),
      ).toMatchObject(refused);
    expect(await api.dump()).toEqual(before);
  });
});
