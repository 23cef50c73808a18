import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { output, root, run } from '../run-command.ts';

const packages = ['shared', 'client'] as const;

/**
 * Builds the two packages that other apps import, as JavaScript with declarations, and packs them into a folder.
 * Gives the tarballs' paths. Inside the repository nothing needs this: there the sources are imported as they are.
 */
export async function makeTarballs(folder: string): Promise<string[]> {
  const built = await mkdtemp(join(tmpdir(), 'cinematheque-tarballs-'));
  try {
    if (!(await run('tsc', ['-p', 'scripts/tarballs', '--outDir', built]))) throw new Error('tsc failed');
    await mkdir(folder, { recursive: true });
    const tarballs: string[] = [];
    for (const name of packages) {
      const dist = join(root, 'packages', name, 'dist');
      await rm(dist, { recursive: true, force: true });
      await cp(join(built, 'packages', name, 'src'), dist, { recursive: true });
      if (name === 'client') await addRouterTypes(built, dist);
      await pointAtBuiltFiles(dist);
      const packed = await output(
        'pnpm',
        ['pack', '--json', '--pack-destination', folder],
        join('packages', name),
      );
      tarballs.push(join(folder, packedName(packed)));
    }
    return tarballs;
  } finally {
    await rm(built, { recursive: true });
  }
}

/** The router's type goes along, without the server's context: no caller needs it, and it would drag the ORM in. */
async function addRouterTypes(built: string, dist: string): Promise<void> {
  const types = await readFile(join(built, 'apps/api/src/router.d.ts'), 'utf8');
  const own = types.replaceAll('import("./context.ts").Context', 'object');
  const foreign = own.match(/import\("(?!@trpc\/server|@cinematheque\/shared)[^"]*"\)/);
  if (foreign) throw new Error(`The router's types reach into the server: ${foreign[0]}`);
  await writeFile(join(dist, 'api-router.d.ts'), own);
  const router = join(dist, 'router.d.ts');
  const text = await readFile(router, 'utf8');
  await writeFile(router, text.replace('@cinematheque/api/router', './api-router.ts'));
}

/** Declarations keep the sources' names; what is packed has none. */
async function pointAtBuiltFiles(dist: string): Promise<void> {
  for (const file of await readdir(dist)) {
    if (!file.endsWith('.d.ts')) continue;
    const text = await readFile(join(dist, file), 'utf8');
    await writeFile(join(dist, file), text.replaceAll(/(["']\.\/[\w-]+)\.ts(["'])/g, '$1.js$2'));
  }
}

/** pnpm's report names the file, with or without its folder. */
function packedName(report: string): string {
  const name = report.match(/"filename":\s*"(?:[^"]*\/)?([^"/]+\.tgz)"/)?.[1];
  if (!name) throw new Error(`pnpm packed nothing: ${report}`);
  return name;
}
