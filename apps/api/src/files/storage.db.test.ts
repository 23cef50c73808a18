import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { StartError } from '../start-error.ts';
import { openStorage } from './storage.ts';

const root = await mkdtemp(join(tmpdir(), 'cinematheque-storage-'));
afterAll(() => rm(root, { recursive: true, force: true }));
let count = 0;
const folder = () => {
  count += 1;
  return join(root, `${count}`);
};
const open = (dataDir: string, hasFiles = false) =>
  openStorage(readConfig({ DATA_DIR: dataDir }), async () => hasFiles);

describe('R28: the folder of the pictures', () => {
  it('is made for a catalog without pictures', async () => {
    const dataDir = folder();
    const storage = await open(dataDir);
    await storage.put('a-key-of-twenty-letters', Buffer.from('bytes'));
    expect(await readdir(join(dataDir, 'files', 'a-'))).toEqual(['a-key-of-twenty-letters']);
    await expect(open(dataDir, true)).resolves.toBeDefined();
  });

  it('is not made anew where pictures should be', async () => {
    const dataDir = folder();
    await expect(open(dataDir, true)).rejects.toThrow(/^The folder .+ cannot be used: it is not there/);
    await expect(readdir(dataDir)).rejects.toThrow('ENOENT');
  });

  it('is refused when it is empty though the catalog has pictures', async () => {
    const dataDir = folder();
    await mkdir(join(dataDir, 'files'), { recursive: true });
    await expect(open(dataDir, true)).rejects.toThrow(/^The folder .+ cannot be used: it is empty/);
    expect(await readdir(join(dataDir, 'files'))).toEqual([]);
  });

  it('is refused when it cannot be written', async () => {
    const dataDir = folder();
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'files'), 'a file, not a folder');
    const opened = open(dataDir);
    await expect(opened).rejects.toBeInstanceOf(StartError);
    await expect(opened).rejects.toThrow(/^The folder .+ cannot be used: [^\n]+$/);
  });
});

describe('S63: a key', () => {
  it('is one of ours and no path', async () => {
    const storage = await open(folder());
    for (const key of [
      '../../etc/passwd',
      '..',
      'short',
      'a/b/aaaaaaaaaaaaaaaaaaaaaaaa',
      `${'a'.repeat(20)}\0`,
      '',
    ]) {
      expect(() => storage.put(key, Buffer.from('x')), key).toThrow('Not a storage key');
      expect(() => storage.read(key), key).toThrow('Not a storage key');
      expect(() => storage.remove(key), key).toThrow('Not a storage key');
    }
  });
});
