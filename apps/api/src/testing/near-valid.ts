import { type Field, type Fields, operatorsOf } from '@cinematheque/shared/filter';
import fc from 'fast-check';
import type { Node } from './slots.ts';

/**
 * Inputs as a wild client sends them: of the right shape mostly, with values at and beyond every edge. Ids begin
 * after those of the actors, so that no input takes away who is calling.
 */
const FIRST_ID = 5;
const nasty = [
  '',
  ' ',
  '\0',
  '\ud800',
  '%',
  '_',
  '\\',
  "'",
  '😀',
  'ﷺ'.repeat(40),
  '1e999',
  '__proto__',
  'x'.repeat(300),
];

export function nearValid(shape: Node): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 30, arbitrary: valid(shape) }, { weight: 1, arbitrary: fc.anything() });
}

function valid(shape: Node): fc.Arbitrary<unknown> {
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map(nearValid));
  if (shape.fields) return filter(shape.fields);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.type === 'object') return object(shape);
  if (shape.type === 'array') return fc.array(nearValid(shape.items ?? {}), { maxLength: 3 });
  if (shape.type === 'integer' || shape.type === 'number') return number(shape);
  if (shape.type === 'boolean') return fc.boolean();
  if (shape.type === 'null') return fc.constant(null);
  return text(shape);
}

function filter(fields: Fields): fc.Arbitrary<unknown> {
  const conditions = Object.entries(fields).map(([name, field]) =>
    fc.record({ field: fc.constant(name), op: fc.constantFrom(...operatorsOf(field)), value: asked(field) }),
  );
  const condition = fc.oneof(...conditions);
  const group = (part: fc.Arbitrary<unknown>) => {
    const parts = fc.array(part, { minLength: 1, maxLength: 3 });
    return fc.oneof(fc.record({ and: parts }), fc.record({ or: parts }));
  };
  return fc.oneof(condition, condition, group(condition), group(group(condition)));
}

function asked(field: Field): fc.Arbitrary<unknown> {
  if (field.kind === 'choice')
    return fc.array(fc.constantFrom(...field.choices), { minLength: 1, maxLength: 3 });
  if (field.kind === 'relation' || field.kind === 'relations')
    return fc.array(number({}), { minLength: 1, maxLength: 3 });
  if (field.kind === 'number') return number({});
  if (field.kind === 'boolean') return fc.boolean();
  if (field.kind === 'presence') return fc.constant(undefined);
  return field.kind === 'text'
    ? text({})
    : fc.constantFrom('1950', '1950-02', '2024-02-29', '9999-12-31', '0000');
}

function object({ properties = {}, required = [] }: Node): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([key, inner]) => [key, nearValid(inner)]),
  );
  return fc.record(fields, { requiredKeys: required });
}

function number({ minimum = -(2 ** 31), maximum = 2 ** 31 }: Node): fc.Arbitrary<unknown> {
  const low = Math.max(minimum, FIRST_ID);
  const within = fc.integer({ min: Math.min(low, maximum), max: maximum });
  const edges = fc
    .constantFrom(minimum, maximum, maximum + 1, 1960)
    .filter((edge) => edge >= FIRST_ID || edge < 1);
  return fc.oneof(fc.integer({ min: FIRST_ID, max: FIRST_ID + 20 }), within, edges);
}

function text({ format }: Node): fc.Arbitrary<unknown> {
  const plain = fc.oneof(fc.constantFrom('Jean Gabin', 'Número 12', ...nasty), fc.string({ unit: 'binary' }));
  if (format === 'email') return fc.oneof(fc.emailAddress(), plain);
  if (format === 'uri') return fc.oneof(fc.webUrl(), plain);
  if (format === 'date') {
    const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    return fc.oneof(
      day.map((date) => date.toISOString().slice(0, 10)),
      plain,
    );
  }
  return plain;
}
