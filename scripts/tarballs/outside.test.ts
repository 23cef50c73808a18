import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { referenceOf } from '../../apps/api/src/docs/reference.ts';
import { output, root } from '../run-command.ts';
import { makeTarballs } from './make.ts';

/** An empty project outside the repository, into which the packages are installed as a stranger would. */
const project = await mkdtemp(join(tmpdir(), 'cinematheque-outside-'));
let tarballs: string[] = [];

beforeAll(async () => {
  tarballs = await makeTarballs(join(project, 'tarballs'));
  await writeFile(join(project, 'package.json'), '{ "name": "outside", "private": true, "type": "module" }');
  await output('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs], project);
  await cp(join(root, 'scripts/tarballs/consumer/app.ts'), join(project, 'app.ts'));
});
afterAll(() => rm(project, { recursive: true, force: true }));

/** As strict as it gets. tRPC's declarations name Node's types and Disposable. */
const strictest = {
  ...{ strict: true, skipLibCheck: false, noEmit: true, exactOptionalPropertyTypes: true },
  ...{ target: 'ES2022', lib: ['ESNext', 'DOM', 'DOM.Iterable'], types: ['node'] },
};
const compile = async (include: string, module = 'NodeNext', moduleResolution = 'NodeNext') => {
  const compilerOptions = { ...strictest, module, moduleResolution };
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: [include] }));
  return output('tsc', ['-p', project, '--extendedDiagnostics']);
};

it.each([
  ['ESNext', 'bundler'],
  ['NodeNext', 'nodenext'],
])('compile in an app with module %s and moduleResolution %s, declarations included', async (...how) => {
  await compile('app.ts', ...how);
});

it('is quick to check: a small app has the compiler make few types', async () => {
  // Counted, not timed: 280,000 took two seconds on two cores. A fifth more is news.
  const [, made] = (await compile('app.ts')).match(/^Instantiations: +(\d+)$/m) ?? [];
  expect(Number(made)).toBeLessThan(336_000);
});

it('compiles every example of the reference and of the documents', async () => {
  const client =
    "import { createClient } from '@cinematheque/client';\nconst client = createClient({ url: '' });\n";
  const calls = referenceOf('').routers.flatMap(({ procedures }) => procedures.map(({ call }) => call));
  const documents = (await output('git', ['ls-files', '*.md'])).split('\n').filter(Boolean);
  const texts = await Promise.all(documents.map((file) => readFile(join(root, file), 'utf8')));
  const blocks = texts
    .flatMap((text) => [...text.matchAll(/```ts\n([^`]*)```/g)].map(([, code = '']) => code))
    .filter((code) => code.includes("from '@cinematheque/client'"));
  expect(calls.length).toBeGreaterThan(90);
  expect(blocks.length).toBeGreaterThan(1);
  const modules = [client + calls.join('\n'), ...blocks];
  await Promise.all(modules.map((code, index) => writeFile(join(project, `example${index}.ts`), code)));
  await compile('example*.ts');
});

it('is told of a wrong use by the compiler', async () => {
  const wrong = `import { createClient } from '@cinematheque/client';
    createClient({ url: '' }).movies.get.query({ id: 'one' });`;
  await writeFile(join(project, 'wrong.ts'), wrong);
  await expect(compile('wrong.ts')).rejects.toThrow("Type 'string' is not assignable to type 'number'");
});

it('runs in plain Node', async () => {
  const script = `import { createClient } from '@cinematheque/client';
    import { movieInput } from '@cinematheque/shared/movie';
    console.log(typeof createClient({ url: 'http://127.0.0.1:1/trpc' }).movies.list.query, movieInput.safeParse({}).success);`;
  await writeFile(join(project, 'app.mjs'), script);
  expect(await output('node', ['app.mjs'], project)).toBe('function false\n');
});

it('names neither the ORM nor a path of the machine that built it', async () => {
  const types = await readFile(
    join(project, 'node_modules/@cinematheque/client/dist/api-router.d.ts'),
    'utf8',
  );
  expect(types).not.toMatch(/mikro-orm|kysely|fastify|node_modules|Context|password_?hash/i);
  expect(types).not.toContain(root);
});

it.each(['shared', 'client'])('finds nothing wrong with the package %s', async (name) => {
  const tarball = tarballs.find((path) => path.includes(`-${name}-`)) ?? '';
  await output('publint', ['run', tarball, '--strict']);
  await output('attw', [tarball, '--profile', 'esm-only']);
});
