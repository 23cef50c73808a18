import { createHash } from 'node:crypto';
import type { Database } from '@cinematheque/db/open';
import { fullName } from '@cinematheque/shared/names';
import { idOf, refOf } from '@cinematheque/shared/slug';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Services } from '../context.ts';
import { AppError } from '../errors.ts';
import { array, directorRef, image, instant, type Json } from '../json.ts';
import { siteAddress } from '../site/address.ts';
import { XML_HEAD, xml } from './xml.ts';

const ENTRIES = 50;

/** What a feed is about: its page, and which films m it tells of. */
interface Topic {
  title: string;
  path: string;
  films: Json;
}

interface Film {
  id: number;
  title: string;
  year: number | null;
  description: string | null;
  director: { id: number; firstName: string | null; lastName: string } | null;
  poster: { url: string } | null;
  createdAt: string;
  updatedAt: string;
}

/** GET /movies.atom, /genres/:ref.atom, /people/:ref.atom: the films that were added last, as an Atom feed. */
export async function feeds(app: FastifyInstance, services: Services): Promise<void> {
  const { db } = services;
  const send = (topic: Topic, request: FastifyRequest, reply: FastifyReply) =>
    sendFeed(services, topic, request, reply);

  app.get('/movies.atom', (request, reply) =>
    send({ title: 'New films', path: '/movies', films: sql`true` }, request, reply),
  );
  app.get<{ Params: { ref: string } }>('/genres/:ref.atom', async (request, reply) => {
    const { id, name } = await find(db, request.params.ref, sql`select id, name from genres`);
    const films = sql`exists (select from movie_genres where movie_id = m.id and genre_id = ${id})`;
    return send({ title: `${name}: new films`, path: `/genres/${refOf(id, name)}`, films }, request, reply);
  });
  app.get<{ Params: { ref: string } }>('/people/:ref.atom', async (request, reply) => {
    const { id, name } = await find(
      db,
      request.params.ref,
      sql`select id, concat_ws(' ', first_name, last_name) as name from persons`,
    );
    const films = sql`(exists (select from movie_persons where movie_id = m.id and person_id = ${id})
      or m.director_id in (select id from directors where person_id = ${id}))`;
    return send({ title: `${name}: new films`, path: `/people/${refOf(id, name)}`, films }, request, reply);
  });
}

async function find(db: Database, ref: string, from: Json): Promise<{ id: number; name: string }> {
  const id = idOf(ref);
  const found =
    id === null
      ? null
      : await db.read<{ id: number; name: string } | null>(
          sql`select (select row_to_json(t) from (${from} where id = ${id}) t) as j`,
        );
  if (!found) throw new AppError('NOT_FOUND', 'There is no such feed');
  return found;
}

async function sendFeed(
  { config, db, settings }: Services,
  topic: Topic,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const site = siteAddress(config, request);
  const films = await db.read<Film[]>(
    sql`select ${array(sql`select json_build_object('id', m.id, 'title', m.title,
        'year', extract(year from m.release_date)::int, 'description', m.description,
        'director', (select ${directorRef('d')} from directors d where d.id = m.director_id),
        'poster', ${image('m', 'poster_file_id')},
        'createdAt', ${instant('m', 'created_at')}, 'updatedAt', ${instant('m', 'updated_at')}) as j
      from movies m where ${topic.films} order by m.created_at desc, m.id desc limit ${sql.lit(ENTRIES)}`)} as j`,
  );
  const body = atom(
    settings.catalogName(),
    site,
    topic,
    films,
    `${site}${request.url.slice(config.basePath.length).replace(/\?.*/, '')}`,
  );
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  reply.headers({ etag, 'cache-control': 'public, max-age=300' });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.type('application/atom+xml; charset=utf-8').send(body);
}

function atom(name: string, site: string, { title, path }: Topic, films: Film[], self: string): string {
  const page = `${site}${encodeURI(path)}`;
  const updated =
    films
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00.000Z';
  const entries = films.map((film) => entryOf(site, film));
  const { text } = xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>${title} · ${name}</title>
  <id>${page}</id>
  <link rel="self" type="application/atom+xml" href="${self}"/>
  <link rel="alternate" type="text/html" href="${page}"/>
  <updated>${updated}</updated>
  <author><name>${name}</name></author>
${entries}</feed>
`;
  return XML_HEAD + text;
}

function entryOf(
  site: string,
  { id, title, year, description, director, poster, createdAt, updatedAt }: Film,
) {
  const facts = [year, director && `directed by ${fullName(director)}`].filter(Boolean).join(', ');
  // HTML within XML: escaped once as HTML, and once more with the whole.
  const html = xml`${poster ? [xml`<p><img src="${site}${poster.url}" alt=""/></p>`] : []}<p>${facts}</p>${
    description ? [xml`<p>${description}</p>`] : []
  }`;
  return xml`  <entry>
    <title>${year ? `${title} (${year})` : title}</title>
    <id>${site}/movies/${id}</id>
    <link rel="alternate" type="text/html" href="${site}${encodeURI(`/movies/${refOf(id, title)}`)}"/>
    <published>${createdAt}</published>
    <updated>${updatedAt}</updated>
    <content type="html">${html.text}</content>
  </entry>
`;
}
