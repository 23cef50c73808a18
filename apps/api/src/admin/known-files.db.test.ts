import { expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';

const api = await testApi();

it('names the files that have the same bytes, and the fields that show them', async () => {
  const sha256 = 'ab'.repeat(32);
  const poster = await api.rows.file({ sha256 });
  const spare = await api.rows.file({ sha256 });
  await api.rows.movie({ poster });
  const { items } = await api.as('editor').admin.files.known({ sha256 });
  expect(items.map(({ id, taken }) => ({ id, taken }))).toEqual([
    { id: poster.id, taken: ['posterFileId'] },
    { id: spare.id, taken: [] },
  ]);
  expect((await api.as('editor').admin.files.known({ sha256: 'cd'.repeat(32) })).items).toEqual([]);
});
