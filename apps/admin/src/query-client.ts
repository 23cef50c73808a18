import { errorOf } from '@cinematheque/client';
import { QueryClient } from '@tanstack/react-query';

/** Only what may pass by itself is tried again. */
const passing = new Set(['NETWORK', 'SERVICE_UNAVAILABLE', 'TIMEOUT']);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && passing.has(errorOf(error).code),
    },
  },
});
