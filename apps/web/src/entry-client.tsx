import { createClient } from '@cinematheque/client';
import { RouterClient } from '@tanstack/react-router/ssr/client';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { createSiteRouter } from './router.tsx';

const { basePath = '', siteUrl = '' } = document.documentElement.dataset;
const router = createSiteRouter({
  basePath,
  siteUrl,
  client: createClient({ url: `${window.location.origin}${basePath}/trpc` }),
});

startTransition(() => {
  hydrateRoot(document, <RouterClient router={router} />);
});
