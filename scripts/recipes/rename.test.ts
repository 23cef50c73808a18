import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { output } from '../run-command.ts';
import { scratchCopy } from '../testing/scratch.ts';

/** A column gets another name in the entity and in the schemas, as whoever renames it would begin. */
const [BEFORE, AFTER] = ['durationMinutes', 'runningMinutes'];
let project = '';

/** The files below a folder in which the name stands, tests and their helpers aside. */
const filesWith = async (...folders: string[]) =>
  (await output('git', ['grep', '-lw', BEFORE, '--', ...folders].filter(Boolean)))
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\.spec\.|\/testing\/|\/e2e\//.test(file));

/** The files that the compiler complains about in a package of the copy, below the project's root. */
async function redIn(folder: string): Promise<string[]> {
  const said = await output(
    join(project, 'node_modules/.bin/tsc'),
    ['--noEmit', '-p', join(project, folder)],
    project,
  )
    .then(() => '')
    .catch(String);
  const files = [...said.matchAll(/^(\S+?)\(\d+,\d+\): error TS/gm)].map(([, file = '']) => file);
  return [...new Set(files)];
}

beforeAll(async () => {
  project = await scratchCopy();
  for (const file of await filesWith('packages/shared/src', 'packages/db/src/entities')) {
    const path = join(project, file);
    await writeFile(path, (await readFile(path, 'utf8')).replace(new RegExp(`\\b${BEFORE}\\b`, 'g'), AFTER));
  }
});
afterAll(() => rm(dirname(project), { recursive: true, force: true }));

it.each(['apps/admin', 'apps/web'])('a renamed column is red wherever it is used: %s', async (folder) => {
  const users = await filesWith(`${folder}/src`);
  expect(users.length).toBeGreaterThan(1);
  const red = await redIn(folder);
  expect(users.filter((file) => !red.includes(file))).toEqual([]);
});

it('a renamed column is red for whoever uses the client', async () => {
  const app = join(project, 'packages/client/src/kiosk.ts');
  await writeFile(
    app,
    `import { createClient } from './index.ts';

export async function longest(): Promise<number | null> {
  const { item } = await createClient({ url: 'http://localhost/trpc' }).movies.get.query({ id: 1 });
  return item.${BEFORE};
}
`,
  );
  expect(await redIn('packages/client')).toContain('packages/client/src/kiosk.ts');
});
