import { errorOf } from '@cinematheque/client';
import { announce } from '../announce.tsx';
import { queryClient } from '../query-client.ts';
import { trpc } from '../trpc.ts';
import { sessionEnded } from './ended.ts';
import { meQuery } from './me.ts';

/** Ends the session and forgets everything that it let us read. */
export async function signOut(): Promise<void> {
  try {
    await trpc.account.signOut.mutate();
  } catch (error) {
    announce(errorOf(error).message);
    return;
  }
  sessionEnded.set(false);
  queryClient.setQueryData(meQuery.queryKey, null);
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
}
