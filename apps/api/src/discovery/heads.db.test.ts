import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testApi } from '../testing/api.ts';
import { complaintsAbout } from '../testing/structured-data.ts';

/** What the site's pages say of themselves. (It must be built: "turbo run build".) */
const site = 'https://films.example.org';
const api = await testApi({ env: { PUBLIC_URL: site } });
const { rows } = api;

const noir = await rows.genre({ name: 'Film noir' });
const country = await rows.country({ name: 'France' });
const director = await rows.director({ firstName: 'Julien', lastName: 'Duvivier' });
const person = await rows.person({ firstName: 'Jean', lastName: 'Gabin', dateOfBirth: '1904-05-17' });
const moko = await rows.movie({
  ...{ title: 'Pépé le Moko', description: 'In the casbah.', releaseDate: '1937-01-28', durationMinutes: 94 },
  ...{ director, country, genres: [noir], cast: [{ person, characters: ['Pépé'] }] },
});
const hostile = await rows.movie({
  title: '</script><script>x()</script><!--<script>',
  description: '"><meta http-equiv="refresh">',
});

const get = async (url: string) => (await api.app.inject({ url })).body;
/** Of a page: its meta elements by name or property, its links by rel, and its JSON-LD by type. */
async function headOf(url: string) {
  const html = await get(url);
  const head = html.slice(0, html.indexOf('</head>'));
  const decoded = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const attributes = (tag: string) =>
    Object.fromEntries(
      [...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, decoded(value ?? '')]),
    );
  const tags = (name: string) =>
    [...head.matchAll(new RegExp(`<${name} [^>]*>`, 'g'))].map(([tag]) => attributes(tag));
  const meta = Object.fromEntries(tags('meta').map((tag) => [tag.name ?? tag.property, tag.content]));
  const links = tags('link');
  const data = [...html.matchAll(/<script[^>]*type="application\/ld\+json"[^>]*>(.*?)<\/script>/g)].map(
    ([, json]): unknown => JSON.parse(json ?? ''),
  );
  return { html, meta, links, data, canonical: links.find(({ rel }) => rel === 'canonical')?.href };
}

const url = z.url().startsWith(site);
const somebody = z.object({ '@type': z.literal('Person'), name: z.string().min(1), url });
const film = z.object({ '@type': z.literal('Movie'), name: z.string().min(1), url, image: url });
/** What search engines require of each, and of what we say besides its form. */
const schemas = {
  Movie: film.extend({
    '@context': z.literal('https://schema.org'),
    datePublished: z
      .string()
      .regex(/^\d{4}(-\d\d){0,2}$/)
      .optional(),
    duration: z
      .string()
      .regex(/^PT\d+M$/)
      .optional(),
    director: somebody.optional(),
    actor: z.array(somebody),
    genre: z.array(z.string()),
    countryOfOrigin: z.object({ '@type': z.literal('Country'), name: z.string() }).optional(),
  }),
  Person: somebody.extend({ '@context': z.literal('https://schema.org'), birthDate: z.string().optional() }),
  ItemList: z.object({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('ItemList'),
    itemListElement: z
      .array(z.object({ '@type': z.literal('ListItem'), position: z.int().min(1), item: film }))
      .min(1),
  }),
  BreadcrumbList: z.object({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('BreadcrumbList'),
    itemListElement: z.array(
      z.object({
        '@type': z.literal('ListItem'),
        position: z.int().min(1),
        name: z.string().min(1),
        item: url,
      }),
    ),
  }),
};

const pages: [string, (keyof typeof schemas)[]][] = [
  ['/', ['ItemList']],
  ['/movies', ['ItemList', 'BreadcrumbList']],
  [`/movies/${moko.id}-pepe-le-moko`, ['Movie', 'BreadcrumbList']],
  [`/people/${person.id}-jean-gabin`, ['Person', 'BreadcrumbList']],
  [`/genres/${noir.id}-film-noir`, ['ItemList', 'BreadcrumbList']],
  [`/countries/${country.id}-france`, ['ItemList', 'BreadcrumbList']],
  ['/decades/1930', ['ItemList', 'BreadcrumbList']],
];

describe.each(pages)('V21: %s', (path, types) => {
  it('says what it is in the words of schema.org', async () => {
    const { data } = await headOf(path);
    expect(data.map((one) => z.object({ '@type': z.string() }).parse(one)['@type'])).toEqual(types);
    for (const [index, type] of types.entries()) schemas[type].parse(data[index]);
  });

  it('says nothing that a validator would refuse', async () => {
    const { data } = await headOf(path);
    for (const one of data)
      expect(await complaintsAbout(z.looseObject({ '@type': z.string() }).parse(one))).toEqual([]);
  });

  it('has a title, a description, an address and a card', async () => {
    const { html, meta, canonical } = await headOf(path);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(meta.description?.length).toBeGreaterThan(10);
    expect(canonical).toBe(`${site}${path}`);
    expect(meta.robots).toBeUndefined();
    expect(meta).toMatchObject({
      'og:url': canonical,
      'og:site_name': 'Cinematheque',
      'twitter:card': 'summary_large_image',
    });
    const card = await api.app.inject({ url: (meta['og:image'] ?? '').slice(site.length) });
    expect(card).toMatchObject({ statusCode: 200, headers: { 'content-type': 'image/jpeg' } });
  });
});

it('V21: the validator knows schema.org, and what search engines ask for', async () => {
  expect(await complaintsAbout({ '@type': 'Movie', ...{ regisseur: 'x' } })).toEqual([
    'WARNING: Property "regisseur" for type "Movie" is not supported by the schema.org specification',
  ]);
  expect(await complaintsAbout({ '@type': 'Movy' })).toHaveLength(1);
  expect(await complaintsAbout({ '@type': 'BreadcrumbList' })).not.toEqual([]);
});

it('tells of a film what there is to tell', async () => {
  const { data, meta } = await headOf(`/movies/${moko.id}-pepe-le-moko`);
  expect(data[0]).toMatchObject({
    ...{ name: 'Pépé le Moko', datePublished: '1937-01-28', duration: 'PT94M', genre: ['Film noir'] },
    ...{ director: { name: 'Julien Duvivier' }, actor: [{ name: 'Jean Gabin' }] },
    countryOfOrigin: { name: 'France' },
  });
  expect(meta).toMatchObject({ 'og:type': 'video.movie', 'og:title': 'Pépé le Moko (1937)' });
});

it.each([
  `/movies?genre=${noir.id}`,
  '/movies?sort=oldest',
  `/genres/${noir.id}-film-noir?decade=1930`,
  '/people?q=gabin',
])('keeps %s out of search engines, and names the page that it narrows', async (path) => {
  const { meta, canonical } = await headOf(path);
  expect(meta.robots).toBe('noindex');
  expect(canonical).toBe(`${site}${path.replace(/\?.*/, '')}`);
});

it.each(['/search?q=moko', '/sign-in', '/sign-up', '/movies/999999', '/nothing-here'])(
  'keeps %s out of search engines',
  async (path) => {
    expect((await headOf(path)).meta.robots).toBe('noindex');
  },
);

it.each([
  ['/movies', '/movies.atom'],
  [`/genres/${noir.id}-film-noir`, `/genres/${noir.id}-film-noir.atom`],
  [`/people/${person.id}-jean-gabin`, `/people/${person.id}-jean-gabin.atom`],
])('V27: %s leads to its feed', async (path, feed) => {
  const { links } = await headOf(path);
  expect(links).toContainEqual(
    expect.objectContaining({ rel: 'alternate', type: 'application/atom+xml', href: `${site}${feed}` }),
  );
  expect((await api.app.inject({ url: feed })).statusCode).toBe(200);
});

it('S50, S51: lets no title out of its place', async () => {
  const path = (await api.app.inject({ url: `/movies/${hostile.id}` })).headers.location;
  const { html, data } = await headOf(String(path));
  expect(data[0]).toMatchObject({ name: '</script><script>x()</script><!--<script>' });
  expect(html).not.toContain('<script>x()');
  expect(html).not.toContain('<meta http-equiv');
  const scripts = html.match(/<script(?![^>]*nonce=)(?![^>]*ld\+json)[^>]*>/g) ?? [];
  expect(scripts).toEqual([]);
});
