import { access, constants, mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FSDriver } from 'flydrive/drivers/fs';
import type { DriverContract } from 'flydrive/types';
import { StartError } from '../start-error.ts';

/** A place for files: flydrive's driver, what makes it ready when the server starts, and what tells that it is. */
export interface Place {
  driver: DriverContract;
  /** For messages. */
  name: string;
  /** Refuses a place that cannot be used; makes a new one where none is expected to be there. */
  prepare(expectFiles: boolean): Promise<void>;
  /** Throws when nothing could be written. */
  check(): Promise<void>;
}

/** A row must not outlive its file's bytes: they are on the disk, not only on their way, before it is written. */
class DurableDisk extends FSDriver {
  readonly #location: string;

  constructor(location: string) {
    super({ location, visibility: 'private' });
    this.#location = location;
  }

  override async put(key: string, contents: string | Uint8Array): Promise<void> {
    await super.put(key, contents);
    const file = await open(join(this.#location, key));
    await file.sync().finally(() => file.close());
  }
}

/** Files in a folder of this machine. */
export function diskPlace(dataDir: string): Place {
  const location = join(dataDir, 'files');
  const driver = new DurableDisk(location);
  const name = `The folder ${location} (DATA_DIR)`;
  return {
    driver,
    name,
    async prepare(expectFiles) {
      const unusable = (reason: unknown) => new StartError(`${name} cannot be used`, reason);
      if (expectFiles && !(await stat(location).catch(() => null))) {
        throw unusable('it is not there, though the catalog has pictures. Is a volume not mounted?');
      }
      try {
        await mkdir(location, { recursive: true });
        // Whether it can be written shows in writing: rights alone do not tell of a volume that is read-only.
        await driver.put('.probe', '');
        await driver.delete('.probe');
      } catch (reason) {
        throw unusable(reason);
      }
    },
    check: () => access(location, constants.W_OK),
  };
}
