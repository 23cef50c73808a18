import type { Column, Reference } from './schema.ts';

/** Columns whose checks ask for a form, by their name. */
const forms: Record<string, (number: string) => string> = {
  sha256: (n) => `lpad(to_hex(${n}), 64, '0')`,
  iso_code: (n) => `chr(65 + ${n} / 26 % 26) || chr(65 + ${n} % 26)`,
  email: (n) => `'user' || ${n} || '@example.org'`,
  source_url: (n) => `'https://example.org/' || ${n}`,
  color: (n) => `'#' || lpad(to_hex(${n}), 6, '0')`,
  // Within the smallest picture there is.
  crop: () => `jsonb '{ "left": 0, "top": 0, "width": 1, "height": 1 }'`,
  focal_point: (n) => `jsonb_build_object('x', ${n} % 2, 'y', 1)`,
  channel: () => `'sql'`,
  purpose: () => `'reset'`,
  scope: () => `'read'`,
  operation: () => `'insert'`,
  'redirects.entity': (n) => `(array['movies', 'persons', 'directors'])[1 + ${n} % 3]`,
  'redirects.to_id': (n) => `1000 + ${n}`,
  gender: (n) => `(array['female', 'male', 'non-binary', 'unknown'])[1 + ${n} % 4]`,
  'users.role': (n) => `(array['visitor', 'editor', 'admin'])[1 + ${n} % 3]`,
  'characters.role': (n) => `(array['leading', 'supporting', 'background'])[1 + ${n} % 3]`,
  release_date_precision: (n) => `(array['day', 'month', 'year'])[1 + ${n} % 3]`,
  date_of_birth_precision: (n) => `(array['day', 'month', 'year'])[1 + ${n} % 3]`,
};

const byType: [RegExp, (number: string, column: string) => string][] = [
  [/\[\]$/, () => `'{}'`],
  [/^(character varying|text)/, (n, column) => `'${column}' || ${n}`],
  [/^(integer|bigint)/, (n) => n],
  [/^numeric/, (n) => `${n} % 100`],
  [/^date/, (n) => `date '1950-01-01' + ${n}`],
  [/^timestamp/, (n) => `timestamptz '2000-01-01' + ${n} * interval '1 hour'`],
  [/^jsonb/, (n) => `jsonb_build_array(jsonb_build_object('fileId', ${n}, 'caption', null))`],
];

/** An SQL expression that a column accepts: one value for each number, which is an SQL expression too. */
export function valueFor({ table, column, type }: Column, references: Reference[], number: string): string {
  // A column that belongs to two keys follows the larger, so that its values fit together.
  const [parent] = references
    .filter((key) => key.table === table && key.columns.includes(column))
    .sort((a, b) => b.columns.length - a.columns.length);
  if (parent) {
    const { to, toColumns, columns } = parent;
    const place = `${number} % greatest((select count(*) from ${to}), 1)`;
    return `(select ${toColumns[columns.indexOf(column)]} from ${to} order by ${toColumns} offset ${place} limit 1)`;
  }
  const form = forms[`${table}.${column}`] ?? forms[column];
  const value = form?.(number) ?? byType.find(([pattern]) => pattern.test(type))?.[1](number, column);
  if (value === undefined) throw new Error(`What fits ${table}.${column} (${type})?`);
  return value;
}
