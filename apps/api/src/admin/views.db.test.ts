import { expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';

const api = await testApi();
const [editor, admin] = [api.as('editor').admin, api.as('admin').admin];
const search = { filter: '{"field":"posterFileId","op":"empty"}' };

it('shows a private view to its owner only, and a shared one to everybody', async () => {
  const mine = await editor.views.create({ data: { list: 'movies', name: 'Mine', shared: false, search } });
  const ours = await editor.views.create({ data: { list: 'movies', name: 'Ours', shared: true, search } });
  await editor.views.create({ data: { list: 'persons', name: 'Elsewhere', shared: true, search: {} } });
  const names = async (of: typeof editor) =>
    (await of.views.list({ list: 'movies' })).items.map(({ name }) => name);
  expect(await names(editor)).toEqual(['Ours', 'Mine']);
  expect(await names(admin)).toEqual(['Ours']);

  const missing = { code: 'NOT_FOUND' };
  await expect(admin.views.update({ id: mine.item.id, data: { name: 'Taken' } })).rejects.toMatchObject(
    missing,
  );
  expect(await admin.views.remove({ id: mine.item.id })).toEqual({ removed: 0 });
  await admin.views.update({ id: ours.item.id, data: { name: 'Everybody’s' } });
  expect(await names(editor)).toEqual(['Everybody’s', 'Mine']);
  await editor.views.update({ id: mine.item.id, data: { shared: true, search: { q: 'x' } } });
  expect((await admin.views.list({ list: 'movies' })).items).toContainEqual({
    id: mine.item.id,
    name: 'Mine',
    shared: true,
    search: { q: 'x' },
  });
  expect(await editor.views.remove({ id: mine.item.id })).toEqual({ removed: 1 });
});

it('names what is wrong with a view, and leaves all as it was', async () => {
  const data = { list: 'movies', name: 'Mine', shared: false, search };
  const { item } = await editor.views.create({ data: { ...data, list: 'movies' } });
  const dump = await api.dump();
  const refused = { status: 400, code: 'VALIDATION' };
  for (const [field, wrong] of [
    ['name', { ...data, name: '  ' }],
    ['name', { ...data, name: 'x'.repeat(100_000) }],
    ['list', { ...data, list: 'No list!' }],
    ['search', { ...data, search: 'title' }],
    ['userId', { ...data, userId: 1 }],
  ] as const) {
    expect(await api.call('editor', 'admin.views.create', { data: wrong }), field).toMatchObject({
      ...refused,
      fields: { [field]: expect.any(String) },
    });
  }
  for (const wrong of [{ name: '' }, { list: 'persons' }]) {
    expect(await api.call('editor', 'admin.views.update', { id: item.id, data: wrong })).toMatchObject(
      refused,
    );
  }
  const missing = await api.call('editor', 'admin.views.update', { id: 999_999, data: { name: 'X' } });
  expect(missing).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  expect((await editor.views.update({ id: item.id, data: {} })).item).toEqual(item);
  expect(await api.dump()).toEqual(dump);
});

it('keeps how each user likes a list', async () => {
  const value = { columns: ['title', 'country'], layout: 'grid' as const };
  await editor.preferences.set({ list: 'movies', value });
  expect(await editor.preferences.get({ list: 'movies' })).toEqual({ value });
  expect(await admin.preferences.get({ list: 'movies' })).toEqual({ value: null });
  expect(await editor.preferences.get({ list: 'persons' })).toEqual({ value: null });
  await editor.preferences.set({ list: 'movies', value: { layout: 'table' } });
  expect(await editor.preferences.get({ list: 'movies' })).toEqual({ value: { layout: 'table' } });
  await editor.preferences.set({ list: 'movies', value: null });
  expect(await editor.preferences.get({ list: 'movies' })).toEqual({ value: null });
});
