import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { extract, type Pack } from 'tar-stream';
import { z } from 'zod';

/**
 * A backup is one tar archive, read and written from its beginning to its end:
 *
 * - `cinematheque.json`: what made it, and of what
 * - `tables/<table>/<part>.copy.gz`: rows, as PostgreSQL's COPY writes them, parted every few megabytes
 * - `files/<key>`: the bytes of pictures
 * - `SHA256SUMS`: a checksum of each of these, as `sha256sum -c` reads it; without it, the archive is not whole
 */
export const FACTS = 'cinematheque.json';
export const SUMS = 'SHA256SUMS';

/** Raised when an older release could not read it any more. */
const FORMAT = 1;

const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);

const archiveFacts = z.object({
  format: z.literal(FORMAT),
  /** When the snapshot was taken. */
  at: z.iso.datetime(),
  database: z.object({
    postgres: z.string(),
    migrations: z.array(z.string()).min(1),
    tables: z.array(z.object({ name, columns: z.array(name).min(1) })).min(1),
    sequences: z.array(z.object({ name, last: z.string().regex(/^\d+$/).nullable() })),
  }),
});

/** What an archive says of itself. */
export type ArchiveFacts = z.infer<typeof archiveFacts>;

/** The first entry's text. */
export const writeFacts = (facts: Omit<ArchiveFacts, 'format'>): string =>
  `${JSON.stringify({ format: FORMAT, ...facts }, null, 2)}\n`;

/** Why an archive cannot be used, in one line for whoever restores. */
export class ArchiveError extends Error {}

function readFacts(json: string): ArchiveFacts {
  const facts = JSON.parse(json);
  if (typeof facts?.format === 'number' && facts.format > FORMAT) {
    throw new ArchiveError('The backup was made by a newer version of Cinematheque: install that one first');
  }
  return archiveFacts.parse(facts);
}

/** Writes entries into an archive, one after the other, and keeps the list of their checksums. */
export function archiveInto(pack: Pack, at: Date) {
  const sums: string[] = [];
  const write = (name: string, bytes: Uint8Array | string) =>
    new Promise<void>((resolve, reject) => {
      // Called when whoever reads the archive has taken it: what is waiting to be written stays small.
      pack.entry({ name, mtime: at, mode: 0o600 }, Buffer.from(bytes), (error) =>
        error ? reject(error) : resolve(),
      );
    });
  return {
    async add(name: string, bytes: Uint8Array | string): Promise<void> {
      sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
      await write(name, bytes);
    },
    async finish(): Promise<void> {
      await write(SUMS, sums.join(''));
      pack.finalize();
    },
  };
}

/** An entry, with its bytes to be read once, at once. */
export type ArchiveEntry = { name: string; bytes: AsyncIterable<Uint8Array> };

/** The entries of an archive in their order. The next one comes when the one before has been read. */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const entries = extract();
  const source = createReadStream(path);
  source.on('error', (error) => entries.destroy(error));
  source.pipe(entries);
  try {
    for await (const entry of entries) yield { name: entry.header.name, bytes: bytesOf(entry) };
  } finally {
    source.destroy();
  }
}

async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk;
}

/**
 * Reads an archive from its beginning to its end and compares every byte with its checksum. Throws an ArchiveError
 * for what is no backup, is not whole or was damaged.
 */
export async function verifyArchive(path: string): Promise<ArchiveFacts> {
  let facts: ArchiveFacts | undefined;
  let listed: string | undefined;
  const sums: string[] = [];
  try {
    for await (const { name, bytes } of readArchive(path)) {
      if (!facts && name !== FACTS) throw new ArchiveError(`${path} is no backup of Cinematheque`);
      if (listed !== undefined) throw new ArchiveError(`${path} is damaged: it goes on after its end`);
      if (name === SUMS) {
        listed = await text(bytes);
        continue;
      }
      const hash = createHash('sha256');
      const kept: Uint8Array[] = [];
      for await (const chunk of bytes) {
        hash.update(chunk);
        if (!facts) kept.push(chunk);
      }
      facts ??= readFacts(Buffer.concat(kept).toString());
      sums.push(`${hash.digest('hex')}  ${name}\n`);
    }
  } catch (error) {
    if (error instanceof ArchiveError || (error instanceof Error && 'code' in error)) throw error;
    const reason = facts ? 'is damaged or not whole' : 'is no backup of Cinematheque';
    throw new ArchiveError(`${path} ${reason}`);
  }
  if (!facts) throw new ArchiveError(`${path} is no backup of Cinematheque`);
  if (listed === undefined) throw new ArchiveError(`${path} is not whole: its end is missing`);
  if (listed !== sums.join('')) {
    const wanted = listed.split('\n');
    const wrong = sums
      .find((sum, place) => sum !== `${wanted[place]}\n`)
      ?.split('  ')[1]
      ?.trim();
    throw new ArchiveError(`${path} is damaged: ${wrong ?? 'a part of it is missing'}`);
  }
  return facts;
}
