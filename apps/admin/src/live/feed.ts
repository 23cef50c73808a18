import type { LiveChange } from '@cinematheque/shared/live';
import { queryClient } from '../query-client.ts';
import { sessionEnded } from '../session/ended.ts';
import { createStore } from '../store.ts';
import { trpc } from '../trpc.ts';

/** What somebody else did, and when we heard of it. */
export interface Heard {
  at: number;
  change: LiveChange;
}

const MOST = 500;
/** After a stream was lost, in milliseconds. */
const PAUSE = 3_000;

/** What colleagues did since this page was opened, the newest last. */
export const heard = createStore<Heard[]>([]);

/** The last revision that we were told of: a stream that begins again goes on behind it. */
let lastEventId: string | undefined;

/** Follows the catalog while the tab is looked at: a browser has few connections for all tabs of a site. */
export function followCatalog(myId: number): () => void {
  let stream: { unsubscribe(): void } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function begin(): void {
    clearTimeout(timer);
    stream?.unsubscribe();
    stream = trpc.admin.changes.watch.subscribe(lastEventId ? { lastEventId } : {}, {
      onData({ id, data }) {
        lastEventId = id;
        const others = data.changes.filter(({ userId }) => userId !== myId);
        const at = Date.now();
        if (others.length)
          heard.set([...heard.get(), ...others.map((change) => ({ at, change }))].slice(-MOST));
        // Too much to be told one by one: what is on the page may be anything but new.
        if (data.missed)
          void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'list' });
      },
      onError: lost,
      onComplete: lost,
    });
  }

  /** Either the server went, or the session did. */
  function lost(): void {
    stream = null;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (document.hidden || sessionEnded.get()) return;
      // Asked past the cache: with nobody signed in there, the page and what was typed into it would be gone.
      const answer = await trpc.account.me.query().catch(() => null);
      if (answer?.user === null) sessionEnded.set(true);
      else begin();
    }, PAUSE);
  }

  function onVisibility(): void {
    if (!document.hidden) return void (stream ?? begin());
    clearTimeout(timer);
    stream?.unsubscribe();
    stream = null;
  }

  if (!document.hidden) begin();
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    clearTimeout(timer);
    stream?.unsubscribe();
  };
}
