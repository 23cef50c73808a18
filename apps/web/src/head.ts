import type { SiteContext } from './context.ts';
import type { JsonLd } from './json-ld.ts';

/** The site's address and name. */
type Site = Pick<SiteContext, 'siteUrl' | 'siteName'>;

interface PageHead {
  title?: string;
  description?: string;
  /** The page's own address, from the router's root: "/movies/42-pepe-le-moko". */
  path?: string;
  /** What the page is about, in Open Graph's words. */
  type?: 'website' | 'profile' | 'video.movie';
  /** It has a card for sharing of its own, at its address + "/share.jpg". */
  card?: boolean;
  /** What the address narrows the page by: one of a thousand views of a list is not for search engines. */
  search?: object;
  /** Somebody's own page, or one that nobody needs to find. */
  unlisted?: boolean;
  /** It has a feed, at its address + ".atom". */
  feed?: string;
  /** For machines, which read what the server sends: no browser loads the code that makes it. */
  jsonLd?: readonly JsonLd[] | false;
}

/** What a page says of itself in its <head>. A page that was not found has nothing to say. */
export function pageHead({ siteUrl, siteName }: Site, page: PageHead | undefined) {
  const {
    title,
    description,
    path,
    type = 'website',
    card,
    search,
    unlisted,
    feed,
    jsonLd,
  } = page ?? { title: 'Not found', unlisted: true };
  const name = title ? `${title} · ${siteName}` : siteName;
  const about = description && shorten(description);
  const address = path === undefined ? undefined : `${siteUrl}${encodeURI(path)}`;
  const hidden = unlisted || Object.values(search ?? {}).some((value) => value !== undefined);
  return {
    meta: [
      { title: name },
      ...(about ? [{ name: 'description', content: about }] : []),
      ...(hidden ? [{ name: 'robots', content: 'noindex' }] : []),
      ...(import.meta.env.SSR && address
        ? openGraph({ siteUrl, siteName, title: title ?? siteName, about, address, type, card })
        : []),
    ],
    links: [
      ...(address ? [{ rel: 'canonical', href: address }] : []),
      ...(feed && address
        ? [{ rel: 'alternate', type: 'application/atom+xml', title: feed, href: `${address}.atom` }]
        : []),
    ],
    // No text may end its script.
    scripts: (jsonLd || []).map((data) => ({
      type: 'application/ld+json',
      children: JSON.stringify(data).replaceAll('<', '\\u003c'),
    })),
  };
}

interface Shared extends Site {
  title: string;
  about: string | undefined;
  address: string;
  type: string;
  card: boolean | undefined;
}

/** How the page's link looks where somebody shares it; for machines, too. */
function openGraph({ siteUrl, siteName, title, about, address, type, card }: Shared) {
  const properties: Record<string, string | undefined> = {
    'og:site_name': siteName,
    'og:title': title,
    'og:description': about,
    'og:type': type,
    'og:url': address,
    'og:image': card ? `${address}/share.jpg` : `${siteUrl}/share.jpg`,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': title,
  };
  return [
    ...Object.entries(properties).flatMap(([property, content]) => (content ? [{ property, content }] : [])),
    { name: 'twitter:card', content: 'summary_large_image' },
  ];
}

/** As long as search engines show it, cut between words. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 160 ? line : `${line.slice(0, 158).replace(/\s\S*$/, '')} …`;
}
