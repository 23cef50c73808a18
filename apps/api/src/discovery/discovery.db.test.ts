import { XMLParser, XMLValidator } from 'fast-xml-parser';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testApi } from '../testing/api.ts';
import { fileOf, formOf } from '../testing/upload.ts';

const site = 'https://films.example.org/films';
const api = await testApi({ env: { PUBLIC_URL: site, BASE_PATH: '/films' } });
const { rows } = api;
const get = (url: string, headers = {}) => api.app.inject({ url: `/films${url}`, headers });

const upload = async (bytes: Buffer) => {
  const { type, payload } = formOf([{ bytes }]);
  const headers = { ...(await api.cookieOf('editor')), 'content-type': type };
  return fileOf(await api.http.send({ method: 'POST', url: '/films/files', headers, payload }));
};

const lists = ['entry', 'url', 'sitemap', 'link'];
function parse(text: string): unknown {
  expect(XMLValidator.validate(text)).toBe(true);
  return new XMLParser({ ignoreAttributes: false, isArray: (name) => lists.includes(name) }).parse(text);
}

const markup = '</title><script>x()</script> & "Quai" ]]> \u0000\u0007\ufffe';
const noir = await rows.genre({ name: 'Film noir' });
const person = await rows.person({ firstName: 'Jean', lastName: 'Gabin' });
const linked = await rows.director({ firstName: 'Jean', lastName: 'Gabin', personId: person.id });
const alone = await rows.director({ firstName: 'Julien', lastName: 'Duvivier' });
const quai = await rows.movie({
  ...{ title: markup.replaceAll('\u0000', ''), description: 'A <b>deserter</b> & a port.' },
  ...{ releaseDate: '1938-05-18', director: alone, genres: [noir], cast: [{ person }] },
});
const directed = await rows.movie({ title: 'Le Tueur', director: linked });
const other = await rows.movie({ title: '七人の侍' });

describe('robots.txt', () => {
  it('names what is no page and where the sitemap is, at the root of the host too', async () => {
    const { body, headers } = await get('/robots.txt');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain(`Sitemap: ${site}/sitemap.xml`);
    expect(body).toContain('Disallow: /films/admin');
    expect((await api.app.inject({ url: '/robots.txt' })).body).toBe(body);
  });
});

describe('V21: the sitemap', () => {
  const index = z.object({
    sitemapindex: z.object({
      sitemap: z.array(z.object({ loc: z.string(), lastmod: z.iso.datetime().optional() })),
    }),
  });
  const urls = z.object({
    urlset: z.object({ url: z.array(z.object({ loc: z.string(), lastmod: z.iso.datetime().optional() })) }),
  });

  it('lists every page that is one, with its last change', async () => {
    const { sitemapindex } = index.parse(parse((await get('/sitemap.xml')).body));
    const pages: string[] = [];
    for (const { loc } of sitemapindex.sitemap) {
      expect(loc.startsWith(`${site}/sitemaps/`)).toBe(true);
      const response = await get(loc.slice(site.length));
      expect(response.headers['content-type']).toContain('application/xml');
      for (const url of urls.parse(parse(response.body)).urlset.url) {
        pages.push(url.loc.slice(site.length));
        expect(Boolean(url.lastmod), url.loc).toBe(!loc.includes('/pages-'));
      }
    }
    expect(pages).toContain('/movies');
    expect(pages).toContain(`/people/${person.id}-jean-gabin`);
    expect(pages).toContain(`/genres/${noir.id}-film-noir`);
    expect(pages).toContain(`/directors/${alone.id}-julien-duvivier`);
    expect(pages).toContain(encodeURI(`/movies/${other.id}-七人の侍`));
    expect(pages.filter((page) => page.startsWith('/movies/'))).toHaveLength(3);
    // A director with a person's page only leads there.
    expect(pages.some((page) => page.startsWith(`/directors/${linked.id}-`))).toBe(false);
    expect(new Set(pages).size).toBe(pages.length);
  });

  it('has no others', async () => {
    for (const name of [
      'movies',
      'movies-x',
      'movies--1',
      'users-0',
      'files-0',
      'constructor-0',
      'movies-999999',
    ]) {
      expect((await get(`/sitemaps/${name}.xml`)).statusCode, name).toBe(404);
    }
  });
});

describe('V27: a feed', () => {
  const feed = z.object({
    feed: z.object({
      '@_xmlns': z.literal('http://www.w3.org/2005/Atom'),
      id: z.url(),
      title: z.string(),
      updated: z.iso.datetime(),
      author: z.object({ name: z.string() }),
      link: z.array(z.object({ '@_rel': z.string(), '@_href': z.url() })),
      entry: z.array(
        z.object({
          id: z.url(),
          title: z.string(),
          published: z.iso.datetime(),
          updated: z.iso.datetime(),
          link: z.array(z.object({ '@_href': z.url() })),
          content: z.object({ '@_type': z.literal('html'), '#text': z.string() }),
        }),
      ),
    }),
  });
  const read = async (path: string) => {
    const response = await get(path);
    expect(response.statusCode, response.body).toBe(200);
    expect(response.headers['content-type']).toContain('application/atom+xml');
    const { feed: found } = feed.parse(parse(response.body));
    expect(found.link).toContainEqual(
      expect.objectContaining({ '@_rel': 'self', '@_href': `${site}${path}` }),
    );
    return found;
  };
  const idsOf = (entries: { id: string }[]) => entries.map(({ id }) => Number(id.replace(/.*\//, '')));

  it('has the films that were added last', async () => {
    expect(idsOf((await read('/movies.atom')).entry)).toEqual([other.id, directed.id, quai.id]);
    expect(idsOf((await read(`/genres/${noir.id}-film-noir.atom`)).entry)).toEqual([quai.id]);
    expect(idsOf((await read(`/people/${person.id}.atom`)).entry)).toEqual([directed.id, quai.id]);
  });

  it('S50: shows markup as text', async () => {
    const { entry } = await read(`/genres/${noir.id}.atom`);
    expect(entry[0]?.title).toContain('</title><script>x()</script> & "Quai" ]]>');
    expect(entry[0]?.content['#text']).toContain('A &lt;b&gt;deserter&lt;/b&gt; &amp; a port.');
    expect((await get(`/genres/${noir.id}.atom`)).body).not.toContain('<script');
  });

  it('is not sent again to whoever has it, until something changes', async () => {
    const path = `/genres/${noir.id}.atom`;
    const etag = String((await get(path)).headers.etag);
    expect(await get(path, { 'if-none-match': etag })).toMatchObject({ statusCode: 304, payload: '' });
    await api.as('editor').admin.movies.update({ id: quai.id, data: { durationMinutes: 91 } });
    expect((await get(path, { 'if-none-match': etag })).statusCode).toBe(200);
  });

  it('is of nothing but what there is', async () => {
    for (const path of ['/genres/999999.atom', '/genres/x.atom', '/people/0.atom', '/people/999999-x.atom']) {
      expect((await get(path)).statusCode, path).toBe(404);
    }
  });
});

describe('V22: a card for sharing', () => {
  const dominant = async (card: Buffer, left: number) => {
    const { data } = await sharp(card)
      .extract({ left, top: 200, width: 20, height: 20 })
      .resize(1, 1)
      .raw()
      .toBuffer({
        resolveWithObject: true,
      });
    return [...data.subarray(0, 3)];
  };

  it('is a picture of 1200 x 630 with the poster at its left, always the same', async () => {
    const bytes = await sharp({ create: { width: 200, height: 300, channels: 3, background: '#0000ff' } })
      .png()
      .toBuffer();
    const movie = await rows.movie({
      title: 'Pépé le Moko',
      poster: await upload(bytes),
    });
    const card = await get(`/movies/${movie.id}-pepe-le-moko/share.jpg`);
    expect(card).toMatchObject({ statusCode: 200, headers: { 'content-type': 'image/jpeg' } });
    expect(await sharp(card.rawPayload).metadata()).toMatchObject({
      width: 1200,
      height: 630,
      format: 'jpeg',
    });
    const [red = 255, , blue = 0] = await dominant(card.rawPayload, 200);
    expect([red < 40, blue > 220]).toEqual([true, true]);
    const [paper = 0] = await dominant(card.rawPayload, 1150);
    expect(paper).toBeGreaterThan(200);

    const again = await get(`/movies/${movie.id}/share.jpg`);
    expect(again.rawPayload.equals(card.rawPayload)).toBe(true);
    const { etag } = card.headers;
    expect(await get(`/movies/${movie.id}/share.jpg`, { 'if-none-match': etag })).toMatchObject({
      statusCode: 304,
    });
    await api.as('editor').admin.movies.update({ id: movie.id, data: { title: 'Pépé' } });
    expect((await get(`/movies/${movie.id}/share.jpg`)).headers.etag).not.toBe(etag);
  });

  it('is there for whatever a title holds, for people and for the site itself', async () => {
    for (const path of [
      ...[`/movies/${quai.id}/share.jpg`, `/movies/${other.id}/share.jpg`],
      ...[`/people/${person.id}-jean-gabin/share.jpg`, '/share.jpg'],
    ]) {
      const { statusCode, rawPayload } = await get(path);
      expect(statusCode, path).toBe(200);
      expect(await sharp(rawPayload).metadata()).toMatchObject({ width: 1200, height: 630 });
    }
    for (const path of ['/movies/999999/share.jpg', '/movies/x/share.jpg', '/people/0/share.jpg']) {
      expect((await get(path)).statusCode, path).toBe(404);
    }
  });
});
