import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Context, Services } from '../context.ts';
import { toAppError } from '../errors.ts';
import { createKeeper, type Made } from '../keeper.ts';
import { lifeOfCalls, publicDatabase } from '../public-reads.ts';
import { appRouter } from '../router.ts';
import type { Site } from './source.ts';

/** A rendered page: its text around the nonce, which is another one in each response. */
interface Page {
  status: number;
  location: string | null;
  around: string[];
}

/** Letters, digits, - and _ are written alike in every corner of a page. */
export const makeNonce = () => randomBytes(16).toString('base64url');

/** A page as one response sends it. */
export const withNonce = ({ around }: Page, nonce: string): string => around.join(nonce);

/**
 * Renders pages. Those for visitors who are not signed in are given again until the catalog changes, if they were made
 * of public queries alone: nothing of a visitor is in them, and the nonce is new each time.
 */
export function createPages(services: Services, mayKeep: boolean) {
  const keeper = createKeeper<Page>(services.db.watch(), mayKeep ? services.config.cacheBytes / 2 : 0);
  return async (site: Site, siteUrl: string, request: FastifyRequest, context: Context): Promise<Page> => {
    if (context.viewer) return (await render(site, siteUrl, request, context)).value;
    const make = () => render(site, siteUrl, request, { ...context, db: publicDatabase(context.db) });
    return keeper.get(`${services.settings.catalogName()} ${siteUrl} ${request.url}`, make);
  };
}

async function render(
  site: Site,
  siteUrl: string,
  request: FastifyRequest,
  context: Context,
): Promise<Made<Page>> {
  const nonce = makeNonce();
  const calls = new Set<string>();
  const response = await site.render({
    request: new Request(`${new URL(siteUrl).origin}${request.url}`),
    siteUrl,
    siteName: context.settings.catalogName(),
    nonce,
    router: appRouter,
    createContext: async () => context,
    onCall: (path) => calls.add(path),
    onError({ error, path }) {
      if (!toAppError(error)) request.log.error({ err: error, path });
    },
  });
  const html = await response.text();
  const page = {
    status: response.status,
    location: response.headers.get('location'),
    around: html.split(nonce),
  };
  // A string takes a byte for each character, or two where it has letters beyond Latin-1.
  return { value: page, bytes: html.length * 2, life: page.status === 200 ? lifeOfCalls(calls) : 0 };
}
