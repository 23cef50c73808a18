import { describe, expect, it } from 'vitest';
import { testApi } from '../testing/api.ts';
import { pageOf } from '../testing/resource.ts';

const api = await testApi();
const { rows } = api;

for (let n = 0; n < 9; n += 1) {
  const name = `Name ${n % 4}`;
  const born = n % 3 ? `19${10 + (n % 2)}-01-01` : null;
  const person = await rows.person({ firstName: n % 2 ? null : 'Ana', lastName: name, dateOfBirth: born });
  await rows.director({ firstName: 'Ana', lastName: name });
  await rows.genre({ name: `Genre ${n}` });
  await rows.country({ name: `Country ${n}` });
  const { id: movieId } = await rows.movie({ title: name });
  await rows.character({ movieId, personId: person.id, name });
}

const idsOf = (items: { id: unknown }[]) => items.map(({ id }) => Number(id));

async function pages(path: string, input: object): Promise<number[]> {
  const ids: number[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = pageOf(await api.call('anon', path, { ...input, ...(cursor && { cursor }) }));
    expect(page.total).toEqual({ value: 9, exact: true });
    ids.push(...idsOf(page.items));
    if (page.nextCursor === null) return ids;
    cursor = page.nextCursor;
  }
}

const lists = [
  ['persons.list', 'name'],
  ['persons.list', 'born'],
  ['persons.list', 'known'],
  ['directors.list', 'name'],
  ['genres.list', 'name'],
  ['countries.list', 'name'],
  ['characters.list', 'name'],
] as const;

describe.each(lists)('%s by %s', (path, sort) => {
  it('gives every row once, in one order, whatever the page', async () => {
    const [whole = [], ...others] = await Promise.all(
      [100, 1, 2, 4, 9].map((limit) => pages(path, { sort, limit })),
    );
    expect(new Set(whole).size).toBe(9);
    for (const ids of others) expect(ids).toEqual(whole);
  });

  it('takes no other order, limit or cursor', async () => {
    const { nextCursor } = pageOf(await api.call('anon', 'movies.list', { limit: 1 }));
    const wrong = [
      ['sort', 'passwordHash'],
      ['sort', `-${sort}`],
      ['sort', [sort]],
      ['limit', 0],
      ['limit', 101],
      ['limit', 1.5],
      ['cursor', nextCursor],
      ['cursor', 'x'],
      ['cursor', Buffer.from('["x",1,2]').toString('base64url')],
    ] as const;
    for (const [field, value] of wrong) {
      const answer = await api.call('anon', path, { [field]: value });
      expect(answer, `${field}: ${value}`).toMatchObject({ status: 400, code: 'VALIDATION' });
      expect(Object.keys(answer.fields).map((key) => key.split('.')[0])).toEqual([field]);
    }
  });
});

it('puts those in the most films first', async () => {
  const { items } = await api.as('anon').persons.list({ sort: 'known', limit: 100 });
  const counts = items.map(({ movies }) => movies);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
});

it('puts persons without a birth last', async () => {
  const { items } = await api.as('anon').persons.list({ sort: 'born', limit: 100 });
  const dates = items.map(({ dateOfBirth }) => dateOfBirth ?? '~');
  expect(dates).toEqual([...dates].sort());
});

it('goes on where a cursor’s row was, though the row is gone', async () => {
  const { movies } = api.as('anon');
  const first = await movies.list({ sort: 'title', limit: 3 });
  const rest = await movies.list({ sort: 'title', cursor: first.nextCursor ?? '', limit: 100 });
  await api.as('editor').admin.movies.remove({ ids: [first.items[2]?.id ?? 0] });
  const again = await movies.list({ sort: 'title', cursor: first.nextCursor ?? '', limit: 100 });
  expect(idsOf(again.items)).toEqual(idsOf(rest.items));
});

/** Letters that a name may have 255 of, and that take ever more room when they are folded and made a cursor. */
const letters = (first: number, step: number) =>
  Array.from({ length: 255 }, (_, n) => String.fromCodePoint(first + n * step)).join('');

it.each([
  ['of one byte', 'x'.repeat(255)],
  ['of three bytes', letters(0x4e00, 13)],
  ['of four bytes', letters(0x20000, 17)],
  ['that fall into three when folded', letters(0xac00, 43)],
])('pages past the longest names: letters %s', async (_, name) => {
  const ids: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    const { item } = await api
      .as('editor')
      .admin.persons.create({ data: { firstName: name, lastName: name } });
    ids.push(item.id);
  }
  const seen: number[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = pageOf(await api.call('anon', 'persons.list', { sort: 'name', limit: 1, cursor }));
    seen.push(...idsOf(page.items));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(seen.filter((id) => ids.includes(id))).toEqual(ids);
});
