import { createClient } from '@cinematheque/client';
import { fromRoot } from './base-path.ts';
import { sessionEnded } from './session/ended.ts';

/** The one client of the console. An answer that asks to sign in brings up the sign-in over whatever is open. */
export const trpc = createClient({
  url: new URL(fromRoot('/trpc'), location.origin).href,
  async fetch(input, init) {
    const response = await fetch(input, init);
    if (response.status === 401 && !String(input).includes('/account.')) sessionEnded.set(true);
    return response;
  },
});
