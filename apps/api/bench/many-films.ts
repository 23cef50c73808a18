import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify';
import { z } from 'zod';
import { tmdbFiles } from './catalog.ts';

const row = z.record(z.string(), z.string());

/** Copies that make a million rows of 4,803 films. */
const COPIES = 5;
/** Above every id of TMDB 5000. */
const APART = 10_000_000;

/** Writes the files of TMDB 5000 several times over: the same people in films of other ids and titles. */
export async function manyTimes(tmdb: string, folder: string) {
  const files = tmdbFiles(tmdb);
  const target = { movies: join(folder, 'movies.csv'), credits: join(folder, 'credits.csv') };
  await multiply(files.movies, target.movies, 'id');
  await multiply(files.credits, target.credits, 'movie_id');
  return target;
}

const multiply = (file: string, target: string, id: string) =>
  pipeline(Readable.from(copies(file, id)), stringify({ header: true }), createWriteStream(target));

async function* copies(file: string, id: string) {
  for (let copy = 0; copy < COPIES; copy += 1) {
    const rows = createReadStream(file)
      .pipe(createGunzip())
      .pipe(parse({ columns: true }));
    for await (const read of rows) {
      const film = row.parse(read);
      yield { ...film, [id]: `${Number(film[id]) + copy * APART}`, title: `${film.title} ${copy + 1}` };
    }
  }
}
