import type { Catalog } from './catalog.ts';
import type { OurServers, Workload } from './workload.ts';

/** Film pages as the server renders them, beside L1's JSON of the same films; null when the site is not built. */
export async function siteWorkload(
  catalog: Catalog,
  { ours, keepsNothing }: OurServers,
  l1: string,
): Promise<Workload | null> {
  const ids = await catalog.query<{ id: number }>('select id from movies order by md5(id::text) limit 50');
  const pages: { path: string }[] = [];
  for (const { id } of ids) {
    // The address with the right slug is where the server sends a bare id.
    const page = await fetch(`${ours}/movies/${id}`);
    if (!page.ok || !page.headers.get('content-type')?.startsWith('text/html')) return null;
    pages.push({ path: new URL(page.url).pathname });
  }
  return {
    name: 'film page, rendered (L1: its JSON)',
    ours: { url: keepsNothing, each: pages },
    kept: { url: ours, each: pages },
    l1: { url: l1, each: ids.map(({ id }) => ({ path: `/movies/${id}` })) },
  };
}
