import { Readable } from 'node:stream';
import type { Database } from '@cinematheque/db/open';
import { refOf } from '@cinematheque/shared/slug';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Services } from '../context.ts';
import { AppError } from '../errors.ts';
import { instant, type Json } from '../json.ts';
import { siteAddress } from '../site/address.ts';
import { XML_HEAD, type Xml, xml } from './xml.ts';

/** Addresses that one sitemap may hold, by its protocol: a page for each id of a range of this length. */
const IDS = 50_000;
/** Rows that are read at once. */
const BATCH = 5_000;

interface Kind {
  table: string;
  /** The name that its pages' addresses are made of. */
  name: Json;
  /** Pages that only lead to another one are left out. */
  where?: Json;
}

const person = sql`concat_ws(' ', t.first_name, t.last_name)`;
const kinds: Record<string, Kind> = {
  movies: { table: 'movies', name: sql`t.title` },
  people: { table: 'persons', name: person },
  directors: { table: 'directors', name: person, where: sql`t.person_id is null` },
  genres: { table: 'genres', name: sql`t.name` },
  countries: { table: 'countries', name: sql`t.name` },
  characters: { table: 'characters', name: sql`t.name` },
};
/** Pages that are no record's own. */
const fixed = ['/', '/movies', '/people', '/directors', '/genres', '/countries', '/statistics'];

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const headers = { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' };

/** GET /sitemap.xml, the index, and /sitemaps/:kind-:n.xml, every live page with the day of its last change. */
export async function sitemaps(app: FastifyInstance, { config, db }: Services): Promise<void> {
  app.get('/sitemap.xml', async (request, reply) => {
    const site = siteAddress(config, request);
    const files = await readIndex(db);
    const entries = [
      xml`<sitemap><loc>${site}/sitemaps/pages-0.xml</loc></sitemap>`,
      ...files.map(
        ({ kind, range, at }) =>
          xml`<sitemap><loc>${site}/sitemaps/${kind}-${range}.xml</loc><lastmod>${at}</lastmod></sitemap>`,
      ),
    ];
    const { text } = xml`<sitemapindex xmlns="${namespace}">${entries}</sitemapindex>`;
    return reply.headers(headers).send(XML_HEAD + text);
  });

  app.get('/sitemaps/:kind-:range.xml', async (request, reply) => {
    const asked = z
      .object({
        kind: z.enum(['pages', ...Object.keys(kinds)]),
        range: z
          .string()
          .regex(/^\d{1,5}$/)
          .transform(Number),
      })
      .safeParse(request.params);
    if (!asked.success) throw new AppError('NOT_FOUND', 'There is no such sitemap');
    const { kind, range } = asked.data;
    const urls = urlsOf(db, siteAddress(config, request), kind, range);
    return reply.headers(headers).send(Readable.from(document(urls)));
  });
}

/** The ranges of ids that have pages, each with its newest change. */
function readIndex(db: Database): Promise<{ kind: string; range: number; at: string }[]> {
  const ranges = Object.entries(kinds).map(
    ([kind, { table, where = sql`true` }]) => sql`
      select ${sql.lit(kind)} as kind, t.id / ${sql.lit(IDS)} as range, max(t.updated_at) as updated_at
      from ${sql.table(table)} t where ${where} group by 2`,
  );
  return db.read(sql`select (select coalesce(json_agg(json_build_object('kind', r.kind, 'range', r.range,
    'at', ${instant('r', 'updated_at')}) order by r.kind, r.range), '[]')
    from (${sql.join(ranges, sql` union all `)}) r) as j`);
}

/** The pages of a range, batch by batch, so that no more than a batch is in memory. */
async function* urlsOf(db: Database, site: string, name: string, range: number): AsyncGenerator<Xml> {
  const kind = kinds[name];
  if (!kind) {
    for (const path of range ? [] : fixed) yield xml`<url><loc>${site}${path}</loc></url>`;
    return;
  }
  let after = range * IDS - 1;
  for (;;) {
    const rows = await db.read<{ id: number; name: string; at: string }[]>(sql`select (
      select coalesce(json_agg(json_build_object('id', t.id, 'name', ${kind.name},
        'at', ${instant('t', 'updated_at')}) order by t.id), '[]')
      from (select * from ${sql.table(kind.table)} t where t.id > ${after} and t.id < ${(range + 1) * IDS}
        and ${kind.where ?? sql`true`} order by t.id limit ${BATCH}) t) as j`);
    for (const { id, name: text, at } of rows) {
      const path = encodeURI(`/${name}/${refOf(id, text)}`);
      yield xml`<url><loc>${site}${path}</loc><lastmod>${at}</lastmod></url>`;
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.id;
  }
}

async function* document(urls: AsyncIterable<Xml>): AsyncGenerator<string> {
  yield `${XML_HEAD}<urlset xmlns="${namespace}">`;
  for await (const { text } of urls) yield text;
  yield '</urlset>';
}
