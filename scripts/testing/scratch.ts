import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { output, root } from '../run-command.ts';

/**
 * A copy of the project as it stands, changes included, with everything installed: for trying what would change it.
 * Whoever asks for it removes it.
 */
export async function scratchCopy(): Promise<string> {
  const copy = join(await mkdtemp(join(tmpdir(), 'cinematheque-scratch-')), 'project');
  const files = await output('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '--deduplicate',
  ]);
  for (const file of files.split('\n').filter(Boolean)) {
    await cp(join(root, file), join(copy, file)).catch((error: NodeJS.ErrnoException) => {
      // Deleted, and not committed yet.
      if (error.code !== 'ENOENT') throw error;
    });
  }
  await output('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], copy);
  return copy;
}
