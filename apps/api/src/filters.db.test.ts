import { type Field, type Operator, operatorsOf } from '@cinematheque/shared/filter';
import { describe, expect, it } from 'vitest';
import { testApi } from './testing/api.ts';
import { pageOf, resourceOf } from './testing/resource.ts';
import { type Data, type Sample, samples } from './testing/samples.ts';

/** Every list by every field that it declares: a field that is added is tried by itself. */
const api = await testApi();
const refused = { status: 400, code: 'VALIDATION' };
const secrets = [
  'passwordHash',
  'password_hash',
  'secretKey',
  'sessionId',
  'token',
  '__proto__',
  'constructor',
];

describe.each<[string, Sample]>(Object.entries(samples))('%s', (name, sample) => {
  const { ask, create, get, pages, data, required, has, listFields, sorts } = resourceOf(api, name, sample);
  const fields = Object.entries(listFields);
  const list = (filter: unknown) => ask('list', { filter });

  /** A full record, one with what is required only, and what a filter's value may be. */
  async function records() {
    const full = await create();
    const given = await data();
    const bare = has('create')
      ? await create(Object.fromEntries(required.map((key) => [key, given[key]])))
      : await create();
    return [full, bare];
  }

  it('answers every operator of every field, and each with its opposite parts the list', async () => {
    const [full, bare] = await records();
    const all = (await pages({})).length;
    const item = await get(full?.id ?? 0);
    for (const [field, declared] of fields) {
      const counts = new Map<Operator, number>();
      for (const op of operatorsOf(declared)) {
        const filter = {
          field,
          op,
          value: op.toLowerCase().endsWith('empty') ? undefined : valueFor(declared, field, item),
        };
        const answer = await list(filter);
        expect(answer.status, `${field} ${op}: ${answer.text}`).toBe(200);
        counts.set(op, pageOf(answer).total.value);
        expect((await pages({ filter, limit: 7 })).length, `${field} ${op}`).toBe(counts.get(op));
      }
      for (const [one, other] of opposites) {
        const [count, rest] = [counts.get(one), counts.get(other)];
        if (count !== undefined && rest !== undefined)
          expect(count + rest, `${field}: ${one}, ${other}`).toBe(all);
      }
    }
    expect(bare).toBeDefined();
  });

  it('finds a record by the values that it shows', async () => {
    const [full] = await records();
    const item = await get(full?.id ?? 0);
    for (const [field, declared] of fields) {
      const op = operatorsOf(declared).find((op) => ['is', 'in', 'any'].includes(op));
      if (!op || !isShown(item[field])) continue;
      const found = await pages({ filter: { field, op, value: valueFor(declared, field, item) } });
      expect(
        found.map(({ id }) => id),
        field,
      ).toContainEqual(item.id);
    }
  });

  it('combines conditions in groups', async () => {
    const [full] = await records();
    const item = await get(full?.id ?? 0);
    const [field = '', declared] = fields.find(([field]) => isShown(item[field])) ?? [];
    const op = declared && operatorsOf(declared).find((op) => ['is', 'in', 'any'].includes(op));
    const its = { field, op, value: declared && valueFor(declared, field, item) };
    const never = { field: 'createdAt', op: 'until', value: '1900' };
    const count = async (filter: unknown) => pageOf(await list(filter)).total.value;
    const alone = await count(its);
    expect(alone).toBeGreaterThan(0);
    expect(await count({ and: [its, never] })).toBe(0);
    expect(await count({ or: [its, never] })).toBe(alone);
    expect(await count({ or: [never, { and: [its, { or: [its, never] }] }] })).toBe(alone);
    const counted = await ask('count', { filter: its, exact: true });
    expect(counted.data).toEqual({ total: { value: alone, exact: true } });
  });

  it('S01: knows no field, operator or value but its own, and answers alike whatever a secret begins with', async () => {
    const before = await api.dump();
    for (const field of [...secrets, 'createdBy.passwordHash', "title'; select pg_sleep(3)--"]) {
      const [one, other] = [
        await list({ field, op: 'starts', value: '$argon2id$v' }),
        await list({ field, op: 'starts', value: 'zzz' }),
      ];
      expect(one).toMatchObject({ ...refused, fields: { 'filter.field': 'This list has no such field' } });
      expect(other.text).toBe(one.text);
      expect(await list({ and: [{ or: [{ field, op: 'empty' }] }] })).toMatchObject({
        ...refused,
        fields: { 'filter.and.0.or.0.field': expect.any(String) },
      });
      expect(await ask('list', { sort: [field] })).toMatchObject(refused);
      expect(await ask('place', { id: 1, sort: [field] })).toMatchObject(refused);
    }
    expect(await api.dump()).toEqual(before);
  });

  it('S04: takes no order but its own, in one direction or the other', async () => {
    const [sort = ''] = sorts;
    for (const wrong of [
      `${sort} desc nulls first`,
      `${sort}";select pg_sleep(3)--`,
      '__proto__',
      `--${sort}`,
      'asc;',
    ]) {
      const answer = await ask('list', { sort: [wrong] });
      expect(answer, wrong).toMatchObject(refused);
      expect(answer.text).not.toMatch(/SQL|syntax/);
    }
  });

  it('S05: takes no objects where values belong', async () => {
    const wrong = [{ $ne: null }, { $re: '.*' }, { __raw: true, sql: '1=1' }, [[1]], [{}], null, 'a\0b'];
    for (const [field, declared] of fields) {
      for (const op of operatorsOf(declared)) {
        for (const value of wrong) {
          const answer = await list({ field, op, value });
          expect(answer, `${field} ${op} ${JSON.stringify(value)}: ${answer.text}`).toMatchObject(refused);
          expect(
            Object.keys(answer.fields).every((path) => path.startsWith('filter.')),
            answer.text,
          ).toBe(true);
        }
      }
      expect(await list({ field, op: '$ne', value: 1 })).toMatchObject(refused);
      expect(await list({ field, op: { is: 1 }, value: 1 })).toMatchObject(refused);
    }
    for (const filter of [
      {},
      [],
      'x',
      { and: {} },
      { and: [] },
      { not: [] },
      { and: [], or: [] },
      { $or: [] },
    ])
      expect(await list(filter)).toMatchObject(refused);
  });

  it('S07: bounds how much a filter may hold', async () => {
    const condition = { field: 'createdAt', op: 'from', value: '2020' };
    const deep = (depth: number): object => (depth ? { and: [deep(depth - 1)] } : condition);
    expect((await list(deep(4))).status).toBe(200);
    expect(await list(deep(5))).toMatchObject(refused);
    expect(await list(deep(500))).toMatchObject(refused);
    expect((await list({ or: Array(40).fill(condition) })).status).toBe(200);
    expect(await list({ or: Array(41).fill(condition) })).toMatchObject(refused);
    expect(await list({ and: [deep(2), { or: Array(40).fill(condition) }] })).toMatchObject(refused);
  });

  it('says of every record where it stands, and who is next to it, in every order', async () => {
    await records();
    await records();
    for (const sort of [
      ...sorts.map((sort) => [sort]),
      sorts.slice(0, 3),
      [`-${sorts[0]}`, ...sorts.slice(2, 4)],
    ]) {
      const rows = (await pages({ sort, limit: 3 })).map(({ id }) => id);
      for (const [index, id] of rows.entries()) {
        const answer = await ask('place', { id, sort });
        expect(answer.data, `${sort}: ${answer.text}`).toEqual({
          previous: rows[index - 1] ?? null,
          next: rows[index + 1] ?? null,
          place: index + 1,
          total: { value: rows.length, exact: true },
        });
      }
    }
    const [id] = (await pages({})).map(({ id }) => id);
    const none = { field: 'createdAt', op: 'until', value: '1900' };
    expect((await ask('place', { id, filter: none })).data).toMatchObject({
      place: null,
      previous: null,
      next: null,
    });
  });
});

it('finds people without further pictures, and those with some', async () => {
  const { admin } = api.as('editor');
  const { id: fileId } = await api.rows.file();
  const some = await api.rows.person({ additionalImages: [{ fileId, caption: null }] });
  const none = await api.rows.person();
  const found = async (op: 'empty' | 'notEmpty') =>
    (
      await admin.persons.list({
        filter: { field: 'additionalImages', op },
        sort: ['-createdAt'],
        limit: 100,
      })
    ).items.map(({ id }) => id);
  expect(await found('empty')).toContain(none.id);
  expect(await found('empty')).not.toContain(some.id);
  expect(await found('notEmpty')).toContain(some.id);
  expect(await found('notEmpty')).not.toContain(none.id);
});

const opposites: [Operator, Operator][] = [
  ['is', 'isNot'],
  ['contains', 'lacks'],
  ['any', 'none'],
  ['empty', 'notEmpty'],
];

const isShown = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);

/** A value that a condition on this field may have: the record's own where it shows one. */
function valueFor(field: Field, name: string, item: Data): unknown {
  const own = isShown(item[name]) ? item[name] : undefined;
  switch (field.kind) {
    case 'text':
      return own ?? 'a';
    case 'number':
      return own ?? 1;
    case 'boolean':
      return own ?? true;
    case 'date':
    case 'instant':
      return String(own ?? '1950-05').slice(0, 10);
    case 'choice':
      return [own ?? field.choices[0]];
    case 'relation':
    case 'relations':
      return [own ?? 1];
    case 'presence':
      return undefined;
  }
}
