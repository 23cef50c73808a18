import type { Database } from '@cinematheque/db/open';
import type { LiveChange } from '@cinematheque/shared/live';
import type { FollowOptions, Live, LiveNews, Sessions } from '../context.ts';
import { AppError } from '../errors.ts';
import { changesSince, MOST_CHANGES } from './changes-since.ts';

/** How often it is looked for changes that were not heard of, and for sessions that have ended, in milliseconds. */
const LOOK = 1_000;

/** Open streams of this server, and of one account: each keeps a connection. */
const MOST_FOLLOWERS = 500;
const MOST_OF_ONE = 20;

interface Follower {
  userId: number;
  sessionId: string | null;
  ended: boolean;
  /** Set while it waits for news. */
  wake: (() => void) | null;
}

/**
 * Tells editors what others do to the catalog. The change log is read once for all who follow, soon after PostgreSQL
 * notifies and once a second, so that it does not matter which server made the change; nobody following costs nothing.
 */
export function createLive(db: Database, sessions: Pick<Sessions, 'rolesOf'>): Live {
  const followers = new Set<Follower>();
  /** The latest changes: all of those after `from` and up to `seen`. */
  let latest: LiveChange[] = [];
  let from = 0;
  let seen = 0;
  /** Ends the looking; null while nobody follows. */
  let stop: (() => void) | null = null;
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    const { revision, changes } = await changesSince(db, seen);
    if (changes.length > MOST_CHANGES) {
      latest = [];
      from = revision;
      seen = revision;
    } else {
      latest = [...latest, ...changes].slice(-MOST_CHANGES);
      seen = changes.at(-1)?.revision ?? seen;
      from = latest.length < MOST_CHANGES ? from : (latest[0]?.revision ?? 1) - 1;
    }
    for (const { wake } of followers) wake?.();
  }

  async function endStrangers(): Promise<void> {
    const ids = [...followers].flatMap(({ sessionId }) => sessionId ?? []);
    if (!ids.length) return;
    const roles = await sessions.rolesOf(ids);
    for (const follower of followers) {
      const role = follower.sessionId === null ? 'editor' : roles.get(follower.sessionId);
      if (role === undefined || role === 'visitor') end(follower);
    }
  }

  /** One look at a time; a database that does not answer is asked again at the next. */
  function lookOnce(): Promise<void> {
    looking ??= look()
      .catch(() => {})
      .finally(() => {
        looking = null;
      });
    return looking;
  }

  async function start(): Promise<void> {
    const { revision } = await changesSince(db, Number.MAX_SAFE_INTEGER);
    if (stop) return;
    latest = [];
    from = revision;
    seen = revision;
    const unhear = db.watch().onMove(() => void lookOnce());
    const timer = setInterval(
      () =>
        void lookOnce()
          .then(endStrangers)
          .catch(() => {}),
      LOOK,
    );
    stop = () => {
      clearInterval(timer);
      unhear();
    };
  }

  function end(follower: Follower): void {
    follower.ended = true;
    follower.wake?.();
  }

  function admit({ viewer, sessionId }: FollowOptions): Follower {
    const own = [...followers].filter(({ userId }) => userId === viewer.id).length;
    if (followers.size >= MOST_FOLLOWERS || own >= MOST_OF_ONE) {
      throw new AppError('TOO_MANY_REQUESTS', 'Too many windows follow the catalog', { retryAfter: 30 });
    }
    const follower = { userId: viewer.id, sessionId, ended: false, wake: null };
    followers.add(follower);
    return follower;
  }

  /** What has happened since a revision: from memory, or for whoever comes from further back, from the log. */
  async function newsSince(revision: number): Promise<LiveNews> {
    if (revision >= from) {
      const changes = latest.filter((change) => change.revision > revision);
      return { revision: seen, event: { changes, missed: false } };
    }
    const { revision: now, changes } = await changesSince(db, revision);
    const missed = changes.length > MOST_CHANGES;
    return { revision: now, event: { changes: missed ? [] : changes, missed } };
  }

  return {
    async *follow(options) {
      const follower = admit(options);
      options.signal?.addEventListener('abort', () => end(follower));
      try {
        if (!stop) await start();
        let at = Math.min(options.after ?? seen, seen);
        // Where it begins, so that whoever loses the connection at once comes back to here.
        yield { revision: at, event: { changes: [], missed: false } };
        while (!follower.ended) {
          if (seen > at) {
            const news = await newsSince(at);
            at = news.revision;
            yield news;
          } else {
            await new Promise<void>((resolve) => {
              follower.wake = resolve;
            });
            follower.wake = null;
          }
        }
      } finally {
        followers.delete(follower);
        if (!followers.size) {
          stop?.();
          stop = null;
        }
      }
    },
    endAll() {
      for (const follower of followers) end(follower);
    },
  };
}
