import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Crop } from '@cinematheque/shared/file';
import { fullName } from '@cinematheque/shared/names';
import { idOf } from '@cinematheque/shared/slug';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import sharp from 'sharp';
import type { Services } from '../context.ts';
import { AppError } from '../errors.ts';
import { MAX_PIXELS, pixelWork } from '../images.ts';
import { array, directorRef, imageOf, type Json, knownFor, named } from '../json.ts';
import { drawCard, POSTER, type ShareCard } from './share-card.ts';

/** Changes with the drawing, so that no card of the old one is shown. */
const DESIGN = 1;

/** The picture of a card: its bytes, and what of it is shown. */
interface Poster {
  secretKey: string;
  hash: string;
  crop: Crop | null;
  focus: { x: number; y: number } | null;
}

interface Subject {
  card: Omit<ShareCard, 'poster'>;
  poster: Poster | null;
}

/** GET /movies/:ref/share.jpg, /people/:ref/share.jpg and /share.jpg: what a link looks like where it is shared. */
export async function sharePictures(app: FastifyInstance, services: Services): Promise<void> {
  const { db } = services;
  const find = async <T>(ref: string, row: (id: number) => Json): Promise<T> => {
    const id = idOf(ref);
    const found = id === null ? null : await db.read<T | null>(sql`select (${row(id)}) as j`);
    if (!found) throw new AppError('NOT_FOUND', 'There is no such page');
    return found;
  };

  app.get<{ Params: { ref: string } }>('/movies/:ref/share.jpg', async (request, reply) =>
    send(services, movieSubject(await find<Movie>(request.params.ref, movieRow)), request, reply),
  );
  app.get<{ Params: { ref: string } }>('/people/:ref/share.jpg', async (request, reply) =>
    send(services, personSubject(await find<Person>(request.params.ref, personRow)), request, reply),
  );
  app.get('/share.jpg', (request, reply) => send(services, siteSubject, request, reply));
}

const posterOf = (
  key: string,
): Json => sql`(select json_build_object('secretKey', f.secret_key, 'hash', f.hash,
  'crop', f.crop, 'focus', ${imageOf('f')}->'focus')
  from files f where f.id = t.${sql.ref(key)})`;

interface Movie {
  title: string;
  year: number | null;
  country: { name: string } | null;
  director: { id: number; firstName: string | null; lastName: string } | null;
  genres: string[];
  poster: Poster | null;
}
const movieRow = (id: number): Json => sql`select json_build_object('title', t.title,
  'year', extract(year from t.release_date)::int, 'country', ${named('t', 'country_id', 'countries')},
  'director', (select ${directorRef('d')} from directors d where d.id = t.director_id),
  'genres', ${array(sql`select to_json(g.name) as j from movie_genres mg join genres g on g.id = mg.genre_id
    where mg.movie_id = t.id order by mg.position, g.id limit 3`)},
  'poster', ${posterOf('poster_file_id')}) from movies t where t.id = ${id}`;

const movieSubject = ({ title, year, country, director, genres, poster }: Movie): Subject => ({
  card: {
    title,
    eyebrow: [year, country?.name].filter(Boolean).join(' · '),
    line: director ? `Directed by ${fullName(director)}` : '',
    foot: genres.join(', '),
  },
  poster,
});

interface Person {
  firstName: string | null;
  lastName: string;
  born: number | null;
  films: number;
  knownFor: string[];
  poster: Poster | null;
}
const personRow = (id: number): Json => sql`select json_build_object('firstName', t.first_name,
  'lastName', t.last_name, 'born', extract(year from t.date_of_birth)::int,
  'films', (select count(*) from movie_persons where person_id = t.id),
  'knownFor', ${knownFor('t')},
  'poster', ${posterOf('primary_photo_file_id')}) from persons t where t.id = ${id}`;

const personSubject = (person: Person): Subject => ({
  card: {
    title: fullName(person),
    eyebrow: person.born ? `Born ${person.born}` : '',
    line: person.knownFor.join(', '),
    foot: person.films === 1 ? '1 film' : `${person.films} films`,
  },
  poster: person.poster,
});

const siteSubject: Subject = {
  card: { title: 'Cinematheque', eyebrow: '', line: 'Films, and the people who made them', foot: '' },
  poster: null,
};

async function send(
  services: Services,
  subject: Subject,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const key = createHash('sha256')
    .update(JSON.stringify([DESIGN, subject.card, subject.poster?.hash ?? null]))
    .digest('hex')
    .slice(0, 32);
  const headers = {
    ...{ etag: `"${key}"`, 'cache-control': 'public, max-age=3600' },
    // Other sites show it: that is what it is for.
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "default-src 'none'; sandbox",
  };
  if (request.headers['if-none-match'] === headers.etag) return reply.headers(headers).code(304).send();
  const picture = await keptOrDrawn(services, key, subject);
  return reply.headers(headers).type('image/jpeg').send(picture);
}

async function keptOrDrawn({ config, storage }: Services, key: string, { card, poster }: Subject) {
  const folder = join(config.dataDir, 'cache', 'share');
  const path = join(folder, `${key}.jpg`);
  const kept = await readFile(path).catch(() => null);
  if (kept) return kept;
  return pixelWork(async () => {
    const bytes = poster && (await storage.read(poster.secretKey));
    const picture = bytes && (await posterPicture(bytes, poster));
    const svg = await drawCard({ ...card, poster: picture !== null });
    const layers = picture ? [{ input: picture, left: 0, top: 0 }] : [];
    const drawn = await sharp(Buffer.from(svg))
      .composite(layers)
      .jpeg({ quality: 84, mozjpeg: true })
      .toBuffer();
    const part = `${path}.${randomBytes(6).toString('hex')}.part`;
    // A full disk is no reason not to show it.
    await mkdir(folder, { recursive: true })
      .then(() => writeFile(part, drawn))
      .then(() => rename(part, path))
      .catch(() => {});
    return drawn;
  });
}

/** The part of a poster that fills its place, with its focus as near to the middle as its edges allow. */
async function posterPicture(bytes: Uint8Array, { crop, focus }: Poster): Promise<Buffer> {
  const whole = sharp(bytes, { limitInputPixels: MAX_PIXELS }).autoOrient();
  const { width, height } = crop ?? (await whole.metadata());
  const scale = Math.max(POSTER.width / width, POSTER.height / height);
  const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  const start = (at: number | undefined, length: number, place: number) =>
    Math.round(Math.min(length - place, Math.max(0, (at ?? 0.5) * length - place / 2)));
  return (crop ? whole.extract(crop) : whole)
    .resize({ ...size, fit: 'fill' })
    .extract({
      ...POSTER,
      left: start(focus?.x, size.width, POSTER.width),
      top: start(focus?.y, size.height, POSTER.height),
    })
    .toColourspace('srgb')
    .png()
    .toBuffer();
}
