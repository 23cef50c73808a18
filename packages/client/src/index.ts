import { isPublicPath } from '@cinematheque/shared/public-path';
import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
} from '@trpc/client';
import type { AppRouter } from './router.ts';

export { type CatalogError, type ErrorCode, errorOf } from './errors.ts';
export type { AppRouter, RouterInputs, RouterOutputs } from './router.ts';

export interface ClientOptions {
  /** The API's address; ends in /trpc. */
  url: string;
  /** Sent as a Bearer token. */
  token?: string;
  /** Another fetch, for instance with cookies in a script. */
  fetch?: typeof fetch;
}

export type CatalogClient = TRPCClient<AppRouter>;

/** Calls that the server takes only one by one. */
const single = /^account\./;

/** The typed client of a catalog: `createClient({ url }).movies.list.query({ sort: 'newest' })`. */
export function createClient({ url, token, fetch }: ClientOptions): CatalogClient {
  const options = { url, fetch, headers: token ? { authorization: `Bearer ${token}` } : {} };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        // Server-sent events; they connect again by themselves and go on where they were.
        true: httpSubscriptionLink({ url }),
        false: splitLink({
          condition: ({ path }) => isPublicPath(path) || single.test(path),
          true: httpLink(options),
          false: httpBatchLink({ ...options, maxItems: 10 }),
        }),
      }),
    ],
  });
}
