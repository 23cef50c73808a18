import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { ImportError } from '../error.ts';

/** One row of a CSV file, and where it stands: `row` counts as a spreadsheet does, the header being row 1. */
export interface CsvRow<Column extends string> {
  file: string;
  row: number;
  cells: Record<Column, string>;
}

/** A cell is never longer than this; a quote that is not closed would otherwise swallow the rest of the file. */
const LONGEST_ROW = 16_000_000;

/** Reads a CSV file, plain or gzipped (its content tells), row by row. Every ImportError names file and place. */
export async function* readCsv<Column extends string>(
  path: string,
  columns: readonly Column[],
): AsyncGenerator<CsvRow<Column>> {
  const file = basename(path);
  const source = await openBytes(path, file);
  const parser = parse({
    columns: (header) => checkHeader(file, header, columns),
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  // An error anywhere in the chain arrives at its end, where the loop below meets it.
  pipeline(source, decode, parser, ignore);
  let row = 1;
  try {
    for await (const cells of parser) {
      row += 1;
      yield { file, row, cells };
    }
  } catch (error) {
    throw asImportError(error, file);
  }
  if (row === 1) throw new ImportError(`${file} has no rows`);
}

const ignore = () => {};

async function openBytes(path: string, file: string): Promise<Readable> {
  try {
    const magic = await firstBytes(path);
    if (magic.startsWith('PK\x03\x04')) throw new ImportError(`${file} is a zip archive: unpack it first`);
    const bytes = createReadStream(path, { highWaterMark: 1 << 18 });
    return magic.startsWith('\x1f\x8b') ? pipeline(bytes, createGunzip(), ignore) : bytes;
  } catch (error) {
    throw asImportError(error, file);
  }
}

async function firstBytes(path: string): Promise<string> {
  await using handle = await open(path);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
  return buffer.toString('latin1', 0, bytesRead);
}

/** Bytes to text, strictly: Latin-1 or a picture is refused, not imported as question marks. Drops a BOM. */
async function* decode(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function checkHeader(file: string, header: string[], columns: readonly string[]): string[] {
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length) {
    const hint = header.length < 2 ? 'is it a CSV file, with commas?' : `it has ${header.join(', ')}`;
    throw new ImportError(`${file} has no column ${missing.join(', ')}: ${hint}`.slice(0, 500));
  }
  const twice = header.find((column, i) => columns.includes(column) && header.indexOf(column) !== i);
  if (twice) throw new ImportError(`${file} has the column ${twice} twice`);
  return header;
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not text in UTF-8',
  Z_DATA_ERROR: 'the compressed file is damaged',
  Z_BUF_ERROR: 'the compressed file ends in the middle',
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quote',
  INVALID_OPENING_QUOTE: 'a quote stands inside a cell that does not begin with one',
  CSV_MAX_RECORD_SIZE: 'a row is longer than 16 MB',
  CSV_RECORD_INCONSISTENT_COLUMNS: 'a row has more or fewer cells than the header',
};

function asImportError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof ImportError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const reason = reasons[code];
  if (!reason) return error;
  const line = error instanceof CsvError && typeof error.lines === 'number' ? `, line ${error.lines}` : '';
  return new ImportError(`${file}${line} cannot be read: ${reason}`);
}
