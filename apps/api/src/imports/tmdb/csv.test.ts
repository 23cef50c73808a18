import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../error.ts';
import { readCsv } from './csv.ts';

const folder = await mkdtemp(join(tmpdir(), 'cinematheque-csv-'));
let files = 0;

/** Reads a file of this content, columns id and title. */
async function read(content: string | Buffer) {
  files += 1;
  const path = join(folder, `films${files}.csv`);
  await writeFile(path, content);
  return readPath(path);
}

async function readPath(path: string) {
  const rows: [row: number, id: string, title: string][] = [];
  for await (const { row, cells } of readCsv(path, ['id', 'title'])) rows.push([row, cells.id, cells.title]);
  return rows;
}

describe('readCsv', () => {
  const two = [
    [2, '1', 'Łódź, "mon amour"'],
    [3, '2', 'Two\nlines'],
  ];
  const text = 'id,extra,title\n1,,"Łódź, ""mon amour"""\n2,,"Two\nlines"\n';

  it.each<[string, string | Buffer]>([
    ['plain', text],
    ['without a last line end', text.trimEnd()],
    ['gzipped', gzipSync(text)],
    ['in two gzip members', Buffer.concat([gzipSync(text.slice(0, 20)), gzipSync(text.slice(20))])],
    ['with a byte order mark', `\ufeff${text}`],
    ['with empty lines', `${text}\n\n`],
  ])('reads a file %s', async (_how, content) => {
    expect(await read(content)).toEqual(two);
  });

  it('reads CRLF', async () => {
    expect(await read('id,title\r\n1,One\r\n')).toEqual([[2, '1', 'One']]);
  });

  it('reads a cell of a megabyte', async () => {
    const [row] = await read(`id,title\n1,${'x'.repeat(1_000_000)}\n`);
    expect(row?.[2]).toHaveLength(1_000_000);
  });

  it('reads characters that a chunk of the file cuts in two', async () => {
    const title = '🎬'.repeat(200_000);
    expect(await read(`id,title\n1,x${title}\n`)).toEqual([[2, '1', `x${title}`]]);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['nothing', '', /^films\d+\.csv has no column|no rows$/],
    ['a header only', 'id,title\n', /^films\d+\.csv has no rows$/],
    ['other columns', 'id,name,year\n1,a,b\n', /^films\d+\.csv has no column title: it has id, name, year$/],
    ['semicolons', 'id;title\n1;One\n', /has no column id, title: is it a CSV file, with commas\?$/],
    ['a column twice', 'id,title,id\n1,One,2\n', /has the column id twice$/],
    [
      'a short row',
      'id,title\n1,One\n2\n',
      /, line 3 cannot be read: a row has more or fewer cells than the header$/,
    ],
    ['a quote left open', 'id,title\n1,"One\n2,Two\n', /cannot be read: a quote is opened and never closed$/],
    [
      'text after a quote',
      'id,title\n1,"One"x\n',
      /, line 2 cannot be read: something follows a closing quote$/,
    ],
    ['Latin-1', Buffer.from('id,title\n1,Café\n', 'latin1'), /cannot be read: it is not text in UTF-8$/],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex'),
      /cannot be read: it is not text in UTF-8$/,
    ],
    [
      'half of a gzip file',
      gzipSync('id,title\n1,One\n'.repeat(50)).subarray(0, 40),
      /the compressed file ends in the middle$/,
    ],
    [
      'a damaged gzip file',
      Buffer.concat([
        Buffer.from('1f8b0800000000000003', 'hex'),
        deflateRawSync('x').fill(0xff),
        Buffer.alloc(50, 7),
      ]),
      /the compressed file is damaged$/,
    ],
    ['a zip archive', Buffer.from('504b030414000000', 'hex'), /is a zip archive: unpack it first$/],
    [
      'a row that never ends',
      `id,title\n1,"${'x'.repeat(17_000_000)}`,
      /cannot be read: a row is longer than 16 MB$/,
    ],
  ])(
    'refuses %s in one line',
    async (_what, content, message) => {
      const error = await read(content).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(ImportError);
      expect(error.message).toMatch(message);
      // Sixteen megabytes take their time on a busy machine.
    },
    30_000,
  );

  it('says when there is no file, or a folder', async () => {
    await expect(readPath(join(folder, 'none.csv'))).rejects.toThrow(
      new ImportError('none.csv cannot be read: there is no such file'),
    );
    await expect(readPath(folder)).rejects.toThrow('it is a folder');
  });
});
