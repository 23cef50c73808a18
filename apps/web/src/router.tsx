import type { MovieCard } from '@cinematheque/shared/movie-card';
import { loadPosterSheet } from '@cinematheque/ui/drawn-poster';
import { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { setupRouterSsrQueryIntegration } from '@tanstack/react-router-ssr-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { late } from './components/late.tsx';
import { PendingPage } from './components/pending-page.tsx';
import type { SiteContext } from './context.ts';
import { routeTree } from './routeTree.gen.ts';
import { parseSearch, stringifySearch } from './search-params.ts';

/** What differs between the server and the browser. */
export interface SiteOptions extends Pick<SiteContext, 'client' | 'siteUrl' | 'siteName'> {
  basePath: string;
  /** Of this page's Content-Security-Policy; in the browser the router reads it from the page. */
  nonce?: string;
}

const FailedPage = late(async () => (await import('./components/failed-page.tsx')).FailedPage);
const MissingPage = late(async () => (await import('./components/missing-page.tsx')).MissingPage);

/** Data is not asked for again within this time. */
const FRESH_MS = 60_000;

/** The site's router with its cache: one per request on the server, one per visit in the browser. */
export function createSiteRouter({ client, siteUrl, siteName, basePath, nonce }: SiteOptions) {
  const since = Date.now();
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        // What came with the page is as new as the visit: the server keeps a page for as long as it is true.
        staleTime: ({ state }) => FRESH_MS + Math.max(0, since - state.dataUpdatedAt),
        retry: false,
      },
    },
  });
  const trpc = createTRPCOptionsProxy({ client, queryClient });
  let entered = false;
  const router = createRouter({
    routeTree,
    context: { client, queryClient, trpc, siteUrl, siteName },
    basepath: basePath || '/',
    ssr: { nonce },
    parseSearch,
    stringifySearch,
    // The server's page has put itself where it was left. Who reads it already is not thrown back to its top.
    scrollRestoration: () => import.meta.env.SSR || entered,
    defaultPreload: 'intent',
    // The cache decides what is fresh.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: MissingPage,
    defaultPendingComponent: PendingPage,
  });
  setupRouterSsrQueryIntegration({
    router,
    queryClient,
    // What failed is not sent along: an error's text is for the log.
    dehydrateOptions: { shouldDehydrateQuery: (query) => query.state.status === 'success' },
  });
  // A page that is drawn here needs what draws posters; it comes along with the page's own data.
  router.subscribe('onBeforeNavigate', ({ hrefChanged }) => {
    if (hrefChanged) void loadPosterSheet();
  });
  router.subscribe('onRendered', () => {
    if (entered) return;
    entered = true;
    // The router keeps the places of what it has seen scrolled, and so far it has seen nothing.
    if (window.scrollY > 0) document.dispatchEvent(new Event('scroll'));
  });
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createSiteRouter>;
  }
  interface HistoryState {
    /** What the link has shown of the film that it leads to. */
    movie?: MovieCard;
  }
}
