import type { AppRouter } from '@cinematheque/client';
import { RouterClient } from '@tanstack/react-router/ssr/client';
import { createTRPCClient, httpLink } from '@trpc/client';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { awake } from './components/late.tsx';
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

void awake.then(async () => (await import('./layout/restore-focus.ts')).restoreFocus(router));

startTransition(() => {
  hydrateRoot(document, <RouterClient router={router} />);
});
