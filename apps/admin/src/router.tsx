import { createRouter } from '@tanstack/react-router';
import { fromRoot } from './base-path.ts';
import { routeTree } from './routeTree.gen.ts';
import { parseSearch, stringifySearch } from './search-params.ts';

export const router = createRouter({
  routeTree,
  basepath: fromRoot('/admin'),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
});

// The router's own way to tell its links which addresses there are.
declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
