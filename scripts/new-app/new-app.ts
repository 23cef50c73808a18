import { existsSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { output, root } from '../run-command.ts';

/** `react`: Vite, React and a router. `node`: a script. Both have the typed client. */
export const templates = ['react', 'node'] as const;

/** A wrong use, in words for whoever typed it. */
export class NewAppError extends Error {}

/** Copies a template to apps/<name>, under that name, and links it into the workspace. */
export async function newApp(name: string, template: (typeof templates)[number]): Promise<void> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new NewAppError(`"${name}" cannot be a package's name: small letters, digits and - only`);
  }
  const folder = join(root, 'apps', name);
  if (existsSync(folder)) throw new NewAppError(`apps/${name} is there already`);
  await cp(join(import.meta.dirname, 'templates', template), folder, { recursive: true });
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('new-app', name));
  }
  await output('pnpm', ['install', '--no-frozen-lockfile', '--prefer-offline']);
}
