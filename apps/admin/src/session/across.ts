import { queryClient } from '../query-client.ts';
import { sessionEnded } from './ended.ts';
import { meQuery } from './me.ts';

/** Does something that needs a session: when that has ended, again once somebody has signed in. */
export async function acrossSessions<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!sessionEnded.get()) throw error;
    await sessionEnded.until(false);
    // Whoever left instead has nobody to go on for.
    if (!queryClient.getQueryData(meQuery.queryKey)) throw error;
  }
  return acrossSessions(attempt);
}
