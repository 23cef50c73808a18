import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { loadSample } from '../imports/sample/load.ts';
import { procedures } from '../procedures.ts';
import { testApi } from '../testing/api.ts';
import { jsonSchema } from './json-schema.ts';
import { openApi } from './openapi.ts';
import { about, inputOf, referenceOf } from './reference.ts';

const api = await testApi();
await loadSample(api.db);
const reference = referenceOf('https://films.example.org/trpc');
const entries = reference.routers.flatMap(({ procedures }) => procedures);

it('says what each router is for', () => {
  const routers = reference.routers.map(({ name }) => name);
  const edits = (router: string) => entries.some(({ path }) => path === `${router}.update`);
  const silent = routers.filter((name) => !about[name] && !(name.startsWith('admin.') && edits(name)));
  expect(silent).toEqual([]);
  expect(Object.keys(about).filter((name) => !routers.includes(name))).toEqual([]);
});

it('names every procedure, with types that say something', () => {
  expect(entries.map(({ path }) => path).sort()).toEqual(procedures.map(({ path }) => path).sort());
  const vague = entries.filter(({ input, output }) => /: unknown|: \{\}/.test(`${input} ${output}`));
  expect(vague.map(({ path }) => path)).toEqual([]);
});

it.each(procedures.filter(({ input }) => input))('shows an input that $path takes', (procedure) => {
  const checked = procedure.input?.safeParse(inputOf(procedure));
  expect(checked?.error?.issues ?? []).toEqual([]);
});

const validator = new Validator();
const { paths } = openApi('http://127.0.0.1/trpc', '0.1.0');

it('is valid OpenAPI 3.1', async () => {
  const answer = await api.app.inject({ url: '/openapi.json' });
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  const result = await validator.validate(answer.json());
  expect(result.errors ?? []).toEqual([]);
  expect(validator.version).toBe('3.1');
});

it('has neither tuples nor a choice with null, which generators for other languages fail on', async () => {
  const { body } = await api.app.inject({ url: '/openapi.json' });
  expect(body).not.toContain('prefixItems');
  expect(body).not.toContain('{"type":"null"}');
  expect(body).toContain('"type":["string","null"]');
});

it.each(Object.keys(paths))('%s answers as its schema says, to its own example', async (path) => {
  const procedure = procedures.find((one) => `/${one.path}` === path);
  if (!procedure?.output) throw new Error(`${path} is no procedure`);
  const input = inputOf(procedure);
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const answer = await api.app.inject({ url: `/trpc${path}${query}` });
  expect(answer.statusCode, answer.body).toBe(200);
  const fits = new Ajv2020({ strict: false, validateFormats: false }).compile(
    jsonSchema(procedure.output, 'output'),
  );
  expect(fits(answer.json().result.data), JSON.stringify(fits.errors)).toBe(true);
});

it('is a page without scripts that lists them all', async () => {
  const page = await api.app.inject({ url: '/docs' });
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toContain('<script');
  for (const { path } of procedures) expect(page.body).toContain(`id="${path}"`);
});
