const SITE = 'Cinematheque';

interface PageHead {
  title?: string;
  description?: string;
  /** The page's own address, from the router's root: "/movies/42-pepe-le-moko". */
  path?: string;
}

/** What a page says of itself in its <head>. A page that was not found has nothing to say. */
export function pageHead(siteUrl: string, page: PageHead | undefined) {
  const { title, description, path } = page ?? { title: 'Not found' };
  return {
    meta: [
      { title: title ? `${title} · ${SITE}` : SITE },
      ...(description ? [{ name: 'description', content: shorten(description) }] : []),
      ...(page ? [] : [{ name: 'robots', content: 'noindex' }]),
    ],
    links: path === undefined ? [] : [{ rel: 'canonical', href: `${siteUrl}${path}` }],
  };
}

/** As long as search engines show it, cut between words. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 160 ? line : `${line.slice(0, 158).replace(/\s\S*$/, '')} …`;
}
