import type { AppRouter, CatalogClient } from '@cinematheque/client';
import type { QueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query';

/** What every route's loader and every component has at hand. */
export interface SiteContext {
  client: CatalogClient;
  queryClient: QueryClient;
  /** Query and mutation options for every procedure. */
  trpc: TRPCOptionsProxy<AppRouter>;
  /** The site's address with its base path, for canonical links. */
  siteUrl: string;
  /** The catalog's name. */
  siteName: string;
}

export const useSite = (): SiteContext => useRouter().options.context;
