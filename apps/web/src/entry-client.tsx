import type { AppRouter } from '@cinematheque/client';
import { RouterClient } from '@tanstack/react-router/ssr/client';
import { createTRPCClient, httpLink } from '@trpc/client';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { restoreFocus } from './layout/restore-focus.ts';
import { createSiteRouter } from './router.tsx';

const { basePath = '', siteUrl = '', siteName = '' } = document.documentElement.dataset;
const router = createSiteRouter({
  basePath,
  siteUrl,
  siteName,
  // Without batches: a page asks for one thing at a time, and the code for more would come with every first load.
  client: createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${window.location.origin}${basePath}/trpc` })],
  }),
});

restoreFocus(router);

startTransition(() => {
  hydrateRoot(document, <RouterClient router={router} />);
});
