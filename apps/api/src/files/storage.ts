import { createReadStream } from 'node:fs';
import { access, constants, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Storage } from '../context.ts';

/** Files below one folder, spread over 256 by the first two letters of their key. */
export async function openDiskStorage(folder: string): Promise<Storage> {
  await mkdir(folder, { recursive: true });
  const pathOf = (key: string) => {
    if (!/^[A-Za-z0-9_-]{20,}$/.test(key)) throw new Error('Not a storage key');
    return join(folder, key.slice(0, 2), key);
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(join(path, '..'), { recursive: true });
      // Under its name only when whole: a crash leaves no half picture.
      await writeFile(`${path}.part`, bytes, { flush: true });
      await rename(`${path}.part`, path);
    },
    async open(key) {
      const path = pathOf(key);
      const found = await stat(path).catch(() => null);
      return found ? { size: found.size, stream: createReadStream(path) } : null;
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    check: () => access(folder, constants.W_OK),
  };
}
