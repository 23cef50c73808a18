import { describe, expect, it } from 'vitest';
import { procedures } from '../procedures.ts';
import { testApi } from '../testing/api.ts';
import { requestOf } from '../testing/http.ts';
import { inputsOf } from '../testing/inputs.ts';
import { nameOf, type Slot, slotsOf, withValue } from '../testing/slots.ts';

/** The tests are made from the schemas: a slot that is added is tried by itself. */
const api = await testApi();
const inputs = inputsOf(api);
const all = procedures.flatMap(({ path, input }) => (input ? [{ path, slots: slotsOf(input) }] : []));
const isScalar = ({ type }: Slot) => type !== 'object' && type !== 'array';

/** JSON has no Infinity, but it has numbers that become it. */
const INFINITE = 'a number without end';

async function send(path: string, input: unknown, cookie: Record<string, string>) {
  const json = JSON.stringify(input).replaceAll(`"${INFINITE}"`, '1e999');
  return api.http.send(requestOf(path, json, cookie));
}

describe('H13, S01, S05: nothing that a client shapes reaches the database', () => {
  const shaped = [
    { $ne: null },
    { editor: { passwordHash: { $like: '$argon2id$v%' } } },
    { __raw: true, sql: '1=1' },
    [['x']],
    INFINITE,
  ];

  it.each(all)(
    '$path refuses objects and arrays where scalars belong, all by name',
    async ({ path, slots }) => {
      const cookie = await api.cookieOf('admin');
      const valid = await inputs.get(path)?.();
      const scalars = slots.filter(isScalar);
      const before = await api.dump();
      for (const value of shaped) {
        const input = scalars.reduce((input, slot) => withValue(input, slot.path, value), valid);
        const answer = await send(path, input, cookie);
        expect(answer, answer.text).toMatchObject({ status: 400, code: 'VALIDATION' });
        const named = Object.keys(answer.fields);
        for (const slot of scalars.filter((slot) => value !== INFINITE || slot.type === 'integer')) {
          expect(named, nameOf(slot)).toContain(nameOf(slot));
        }
      }
      for (const slot of slots.filter((slot) => !isScalar(slot))) {
        for (const value of ['x', slot.type === 'array' ? {} : []]) {
          const answer = await send(path, withValue(valid, slot.path, value), cookie);
          expect(answer, answer.text).toMatchObject({ status: 400, code: 'VALIDATION' });
          expect(Object.keys(answer.fields)).toContain(nameOf(slot));
        }
      }
      expect(await api.dump()).toEqual(before);
    },
  );

  it.each(all)('$path knows no filters but its own', async ({ path, slots }) => {
    const cookie = await api.cookieOf('admin');
    const valid = await inputs.get(path)?.();
    const objects = [{ path: [] }, ...slots.filter(({ type }) => type === 'object')];
    for (const { path: within } of objects) {
      const keys = ['where', 'orderBy', 'passwordHash', 'editor', '$or'];
      const input = keys.reduce((input, key) => withValue(input, [...within, key], { $like: 'x' }), valid);
      const answer = await send(path, input, cookie);
      expect(answer, answer.text).toMatchObject({ status: 400, code: 'VALIDATION' });
      const names = keys.map((key) => nameOf({ path: [...within, key], type: '' }));
      expect(Object.keys(answer.fields)).toEqual(expect.arrayContaining(names));
    }
  });
});

describe('H14, S84: what cannot be stored is refused, never a 500', () => {
  const texts = ['a\0b', 'a\ud800', `%_'";\\${'%_'.repeat(90)}`];
  const numbers = [0, -1, 1e20, 2 ** 31];

  it.each(all)('$path', async ({ path, slots }) => {
    const cookie = await api.cookieOf('admin');
    const valid = await inputs.get(path)?.();
    for (const slot of slots.filter(isScalar)) {
      const numeric = slot.type === 'integer' || slot.type === 'number';
      for (const value of numeric ? numbers : texts) {
        const answer = await send(path, withValue(valid, slot.path, value), cookie);
        const tried = `${nameOf(slot)}: ${JSON.stringify(value)} -> ${answer.text}`;
        expect(answer.status, tried).toBeLessThan(500);
        if (typeof value === 'string' && /\0|\p{Cs}/u.test(value)) expect(answer.status, tried).not.toBe(200);
      }
    }
  });
});
