import { setTimeout } from 'node:timers/promises';
import { Disk } from 'flydrive';
import type { Config } from '../config.ts';
import type { Storage } from '../context.ts';
import { AppError } from '../errors.ts';
import { StartError } from '../start-error.ts';
import { diskPlace, type Place } from './storage-disk.ts';

/** After this many milliseconds a storage that says nothing counts as away. */
const PATIENCE = 8_000;

/**
 * Opens the storage that is configured. A place that is empty while the catalog has pictures is not ours (a volume that
 * is not mounted, another bucket): nothing is written there.
 */
export async function openStorage(config: Config, hasFiles: () => Promise<boolean>): Promise<Storage> {
  const place =
    config.storage === 's3'
      ? (await import('./storage-s3.ts')).s3Place(config.s3)
      : diskPlace(config.dataDir);
  const expectFiles = await hasFiles();
  await place.prepare(expectFiles);
  const storage = storageIn(place);
  if (expectFiles && (await isEmpty(storage))) {
    throw new StartError(
      `${place.name} cannot be used`,
      'it is empty, though the catalog has pictures. Is it the right one?',
    );
  }
  return storage;
}

async function isEmpty(storage: Storage): Promise<boolean> {
  try {
    for await (const _ of storage.list()) return false;
    return true;
  } catch {
    // It is away for the moment: pages go on without pictures.
    return false;
  }
}

/** Files under their keys, spread over folders by the key's first two letters. */
function storageIn({ driver, check }: Place): Storage {
  const disk = new Disk(driver);
  return {
    put: (key, bytes) => answered(disk.put(pathOf(key), bytes)),
    read: (key) =>
      answered(
        disk.getBytes(pathOf(key)).catch(async (error: unknown) => {
          if (await disk.exists(pathOf(key))) throw error;
          return null;
        }),
      ),
    remove: (key) => answered(disk.delete(pathOf(key))),
    async *list() {
      let paginationToken: string | undefined;
      do {
        const page = await answered(disk.listAll('/', { recursive: true, paginationToken }));
        for (const entry of page.objects) {
          // Whatever else lies there is none of ours.
          if (!entry.isFile || !keyShape.test(entry.name)) continue;
          const { lastModified, contentLength } = await answered(entry.getMetaData());
          yield { key: entry.name, at: lastModified, bytes: contentLength };
        }
        ({ paginationToken } = page);
      } while (paginationToken);
    },
    check: () => answered(check()),
  };
}

const keyShape = /^[A-Za-z0-9_-]{20,}$/;

function pathOf(key: string): string {
  if (!keyShape.test(key)) throw new Error('Not a storage key');
  return `${key.slice(0, 2)}/${key}`;
}

/** What a storage answers within its time, or an error that says that it is away. */
async function answered<T>(work: Promise<T>): Promise<T> {
  const late = new AbortController();
  try {
    return await Promise.race([
      work,
      setTimeout(PATIENCE, null, { signal: late.signal }).then(() => {
        throw new Error(`The storage said nothing for ${PATIENCE} ms`);
      }),
    ]);
  } catch (error) {
    const message = 'The pictures cannot be reached at the moment. Try again in a while.';
    throw new AppError('SERVICE_UNAVAILABLE', message, { retryAfter: 10 }, error);
  } finally {
    late.abort();
  }
}
