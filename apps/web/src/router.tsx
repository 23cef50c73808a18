import { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { setupRouterSsrQueryIntegration } from '@tanstack/react-router-ssr-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { FailedPage } from './components/failed-page.tsx';
import { MissingPage } from './components/missing-page.tsx';
import { PendingPage } from './components/pending-page.tsx';
import type { SiteContext } from './context.ts';
import { routeTree } from './routeTree.gen.ts';
import { parseSearch, stringifySearch } from './search-params.ts';

/** What differs between the server and the browser. */
export interface SiteOptions extends Pick<SiteContext, 'client' | 'siteUrl'> {
  basePath: string;
  /** Of this page's Content-Security-Policy; in the browser the router reads it from the page. */
  nonce?: string;
}

/** Data that came with the page is not asked for again within this time. */
const FRESH_MS = 60_000;

/** The site's router with its cache: one per request on the server, one per visit in the browser. */
export function createSiteRouter({ client, siteUrl, basePath, nonce }: SiteOptions) {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: FRESH_MS, retry: false } },
  });
  const trpc = createTRPCOptionsProxy({ client, queryClient });
  const router = createRouter({
    routeTree,
    context: { client, queryClient, trpc, siteUrl },
    basepath: basePath || '/',
    ssr: { nonce },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
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
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createSiteRouter>;
  }
}
