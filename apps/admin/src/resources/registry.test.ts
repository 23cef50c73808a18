import { readFile } from 'node:fs/promises';
import { afterAll, expect, test, vi } from 'vitest';
import type { ResourceName } from '../resource/api.ts';

// What the modules ask of the browser as they are read.
vi.stubGlobal('location', new URL('http://127.0.0.1/admin'));
vi.stubGlobal('document', { querySelector: () => null });
vi.stubGlobal('matchMedia', () => ({ matches: false }));
afterAll(() => void vi.unstubAllGlobals());

const { resources } = await import('./registry.ts');
const diagram = await readFile(new URL('../../../../packages/db/er-diagram.md', import.meta.url), 'utf8');

const camel = (name: string) =>
  name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The diagram's tables with their columns, as the API writes names. */
const tables = [...diagram.matchAll(/^ {4}(\w+) \{\n([^}]+)\}/gm)].map(([, table = '', body = '']) => ({
  table: camel(table),
  columns: [...body.matchAll(/^\s+\w+ +(\w+)/gm)].map(([, column = '']) => camel(column)),
}));

/** Kept by the server alone. */
const kept = ['id', 'createdAt', 'updatedAt', 'mimeType', 'secretKey'];
/** What people call it instead. */
const called: Record<string, string> = { passwordHash: 'password' };

test('the diagram has eleven tables, and the console all of them', () => {
  expect(tables).toHaveLength(11);
  expect(Object.keys(resources)).toEqual(expect.arrayContaining(tables.map(({ table }) => table)));
});

test.each(tables)('every column of $table has a field in its form', ({ table, columns }) => {
  const isResource = (name: string): name is ResourceName => Object.hasOwn(resources, name);
  const fields = isResource(table) ? resources[table].fields : [];
  const asked = columns.filter((column) => !kept.includes(column)).map((column) => called[column] ?? column);
  expect(fields).toEqual(expect.arrayContaining(asked));
  expect(asked).not.toEqual([]);
});
