import { tableOf } from '@cinematheque/db/repository';
import { describe, expect, it } from 'vitest';
import { procedures } from './procedures.ts';
import { testApi } from './testing/api.ts';
import { itemOf, pageOf, resourceOf } from './testing/resource.ts';
import { type Data, type Sample, samples } from './testing/samples.ts';

const api = await testApi();

it('has a sample of every resource', () => {
  const has = (name: string, procedure: string) =>
    procedures.some(({ path }) => path === `admin.${name}.${procedure}`);
  const names = new Set(procedures.flatMap(({ path }) => path.match(/^admin\.(\w+)\./)?.[1] ?? []));
  // A record has a page of its own. A saved view has none (no `get`): it belongs to a list, is kept out of the change
  // log and has no versions. What it promises is in admin/views.db.test.ts.
  const ofRecords = ['list', 'get', 'update', 'remove'];
  const resources = [...names].filter((name) => ofRecords.every((procedure) => has(name, procedure)));
  expect(Object.keys(samples).sort()).toEqual(resources.sort());
  const others = [...names].filter((name) => has(name, 'update') && !resources.includes(name));
  expect(others).toEqual(['views']);
});

describe.each<[string, Sample]>(Object.entries(samples))('%s', (name, sample) => {
  const resource = resourceOf(api, name, sample);
  const { ask, get, create, filled, fields, readable } = resource;
  const creatable = resource.has('create');
  const refused = { status: 400, code: 'VALIDATION' };

  it('takes nothing that it has no column for', () => {
    const { columns } = tableOf(api.db.orm.em, sample.entity);
    expect(fields.filter((key) => !columns[key])).toEqual(sample.besides ?? []);
  });

  it.runIf(creatable)('reads back what was created', async () => {
    const data = await resource.data();
    expect(Object.keys(data).sort(), 'the sample fills every field').toEqual([...fields].sort());
    const item = await create(data);
    expect({ ...data, ...filled(item) }).toEqual(data);
    expect(item.changeId > 0).toBe(!sample.allKey);
    expect(await get(item.id)).toEqual(item);
  });

  it.runIf(creatable)('names every field that is missing', async () => {
    const answer = await ask('create', { data: {} });
    expect(answer).toMatchObject(refused);
    expect(Object.keys(answer.fields).sort()).toEqual(resource.required.sort());
  });

  it('changes what an update names, and nothing else', async () => {
    const other = await resource.data();
    let item = await create();
    for (const key of readable) {
      const next = itemOf(await ask('update', { id: item.id, data: { [key]: other[key] } }));
      expect(filled(next)).toEqual({ ...filled(item), [key]: other[key] });
      item = next;
    }
    expect(await get(item.id)).toEqual(item);
  });

  it('empties what an update sets to null', async () => {
    const item = await create();
    for (const key of resource.nullable) {
      const next = itemOf(await ask('update', { id: item.id, data: { [key]: null } }));
      expect(next[key], key).toBeNull();
    }
  });

  it('leaves a record as it is when an update names nothing', async () => {
    const item = await create();
    expect(itemOf(await ask('update', { id: item.id, data: {} }))).toEqual(item);
  });

  it('refuses unknown keys and wrong values by their names, and changes nothing', async () => {
    const { id } = await create();
    const data = await resource.data();
    const before = await api.dump();
    const tries = creatable ? [['create', { data }] as const] : [];
    for (const [procedure, input] of [...tries, ['update', { id, data: {} }] as const]) {
      const unknown = await ask(procedure, { ...input, data: { ...input.data, passwordHash: 'x' } });
      expect(unknown).toMatchObject({ ...refused, fields: { passwordHash: expect.any(String) } });
      expect(await ask(procedure, { ...input, extra: 1 })).toMatchObject({
        ...refused,
        fields: { extra: expect.any(String) },
      });
      for (const key of fields) {
        for (const value of [{ $ne: null }, 'x'.repeat(100_000), [[]], 1.5, 1e20]) {
          const answer = await ask(procedure, { ...input, data: { ...input.data, [key]: value } });
          const named = Object.keys(answer.fields).map((path) => path.split('.')[0]);
          expect(answer, `${key}: ${JSON.stringify(value).slice(0, 40)}`).toMatchObject(refused);
          expect(named).toContain(key);
        }
      }
    }
    expect(await api.dump()).toEqual(before);
  });

  it.skipIf(sample.allKey)('R14: refuses to save over a newer version', async () => {
    const item = await create();
    const key = readable.at(-1) ?? '';
    const other = await resource.data();
    const { id, changeId } = itemOf(await ask('update', { id: item.id, data: { [key]: other[key] } }));
    expect(changeId).toBeGreaterThan(item.changeId);

    const data = await resource.data();
    const before = await api.dump();
    const late = await ask('update', { id, data, baseChangeId: item.changeId });
    expect(late).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect(late.error?.conflict).toEqual({
      changeId,
      changes: [
        { at: expect.stringMatching(/Z$/), user: sample.role, fields: expect.arrayContaining([key]) },
      ],
    });
    expect(await api.dump()).toEqual(before);
    itemOf(await ask('update', { id, data: { [key]: data[key] }, baseChangeId: changeId }));
  });

  it('removes a record for good', async () => {
    const item = await create();
    const text = sample.text(item);
    expect(await ask('remove', { ids: [item.id] })).toMatchObject({ status: 200, data: { removed: 1 } });
    const missing = { status: 404, code: 'NOT_FOUND' };
    expect(await ask('get', { id: item.id })).toMatchObject(missing);
    expect(await ask('update', { id: item.id, data: {} })).toMatchObject(missing);
    expect((await resource.pages({ q: text })).map(({ id }) => id)).not.toContainEqual(item.id);
    expect(await ask('remove', { ids: [item.id] })).toMatchObject({ status: 200, data: { removed: 0 } });
  });

  it.runIf(sample.use)('does not remove what is in use, and tells by whom', async () => {
    const [item, unused] = [await create(), await create()];
    await sample.use?.(api.rows, Number(item.id));
    const before = await api.dump();
    const answer = await ask('remove', { ids: [unused.id, item.id] });
    expect(answer).toMatchObject({ status: 409, code: 'IN_USE' });
    const users = [{ by: expect.any(String), count: 1, examples: [{ id: expect.any(Number) }] }];
    expect(answer.error?.usage).toMatchObject(users);
    expect(await ask('usage', { ids: [item.id] })).toMatchObject({ data: { items: users } });
    expect(await api.dump()).toEqual(before);
  });

  it('finds a record in its list and among the choices', async () => {
    const item = await create();
    const q = sample.text(item);
    const found = await resource.pages({ q: ` ${q.toUpperCase()} ` });
    const listed = found.find(({ id }) => JSON.stringify(id) === JSON.stringify(item.id));
    expect({ ...item, ...listed, changeId: 0, cast: 0 }).toEqual({ ...item, changeId: 0, cast: 0 });
    expect(await resource.pages({ q: 'nothing is called this' })).toEqual([]);
    if (!resource.has('options')) return;
    const options = await ask('options', { q });
    expect(options.data).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: item.id })]),
    });
    const itself = await ask('options', { ids: [item.id] });
    expect(itself.data).toMatchObject({ items: [{ id: item.id, label: expect.any(String) }] });
  });

  it('lists every record once in every order, what is missing last', async () => {
    const minimal = async () => {
      const data = await resource.data();
      return Object.fromEntries(resource.required.map((key) => [key, data[key]]));
    };
    for (let made = 0; made < 3; made += 1) await create().then(async () => create(await minimal()));
    const all = (await resource.pages({})).map(({ id }) => JSON.stringify(id)).sort();
    expect(pageOf(await ask('list', {})).total).toEqual({ value: all.length, exact: true });
    for (const sort of resource.sorts) {
      const rows = await resource.pages({ sort: [sort], limit: 3 });
      expect(rows.map(({ id }) => JSON.stringify(id)).sort(), sort).toEqual(all);
      const values = rows.map((row) => sortValue(row, sort.replace('-', '')));
      const known = values.filter((value) => value !== null);
      expect(values.slice(0, known.length), `${sort}: what is missing comes last`).toEqual(known);
      const rising = sort.startsWith('-') ? known.reverse() : known;
      expect(rising, sort).toEqual([...rising].sort((a, b) => (a < b ? -1 : Number(a > b))));
    }
  });

  it('S07: refuses foreign cursors and impossible limits', async () => {
    await create();
    await create();
    const [sort = '', another = ''] = resource.sorts;
    const { nextCursor } = pageOf(await ask('list', { sort: [sort], limit: 1 }));
    const foreign = [
      { sort: [another], cursor: nextCursor },
      // The same keys, the other way round.
      { sort: [`-${sort}`], cursor: nextCursor },
      { cursor: 'x' },
      { cursor: '' },
      { cursor: 'WzFd' },
    ];
    for (const input of foreign) {
      expect(await ask('list', input)).toMatchObject({ ...refused, fields: { cursor: expect.any(String) } });
    }
    for (const limit of [0, -1, 101, 1.5, '10', 1e9]) {
      expect(await ask('list', { limit })).toMatchObject({
        ...refused,
        fields: { limit: expect.any(String) },
      });
    }
    for (const wrong of [['passwordHash'], ['-'], 'name', ['name; select 1'], ['__proto__'], [{}]]) {
      expect(await ask('list', { sort: wrong })).toMatchObject(refused);
    }
  });
});

/** What an order's name goes by in a row. */
function sortValue(row: Data, name: string): string | number | null {
  const text = (...keys: string[]) =>
    keys
      .map((key) => row[key] ?? '')
      .join(' ')
      .trim()
      .toLowerCase();
  const value = name === 'name' && 'lastName' in row ? text('lastName', 'firstName') : row[name];
  if (typeof value === 'number' || value === null) return value;
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value === 'object' && 'title' in value) return String(value.title).toLowerCase();
  throw new Error(`A row has no ${name} to be in order by`);
}
