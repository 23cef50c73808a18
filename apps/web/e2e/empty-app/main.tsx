import type { AppRouter } from '@cinematheque/client';
import { QueryClient, useSuspenseQuery } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  HeadContent,
  Link,
  Outlet,
  Scripts,
} from '@tanstack/react-router';
import { RouterClient } from '@tanstack/react-router/ssr/client';
import { setupRouterSsrQueryIntegration } from '@tanstack/react-router-ssr-query';
import { createTRPCClient, httpLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { Film } from 'lucide-react';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';

// What the site's libraries weigh without a site: one page, one query, one link, one icon. See speed.spec.ts.

const queryClient = new QueryClient();
const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: '/trpc' })] });
const trpc = createTRPCOptionsProxy({ client, queryClient });

const root = createRootRoute({
  component: () => (
    <html lang="en">
      <head>
        <HeadContent />
      </head>
      <body>
        <Outlet />
        <Scripts />
      </body>
    </html>
  ),
});
const page = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: () => queryClient.ensureQueryData(trpc.movies.list.queryOptions({})),
  component: function Page() {
    const { data } = useSuspenseQuery(trpc.movies.list.queryOptions({}));
    return (
      <Link to="/">
        <Film /> {data.items.length}
      </Link>
    );
  },
});
const router = createRouter({ routeTree: root.addChildren([page]), scrollRestoration: true });
setupRouterSsrQueryIntegration({ router, queryClient });

startTransition(() => {
  hydrateRoot(document, <RouterClient router={router} />);
});
