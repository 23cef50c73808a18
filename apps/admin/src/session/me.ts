import type { Me } from '@cinematheque/shared/user';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { trpc } from '../trpc.ts';

/** Who is signed in, or null. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me | null> => (await trpc.account.me.query()).user,
  staleTime: Number.POSITIVE_INFINITY,
});

export const useMe = (): Me | null => useQuery(meQuery).data ?? null;
