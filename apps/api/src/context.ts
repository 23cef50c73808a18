import type { Readable } from 'node:stream';
import type { Database } from '@cinematheque/db/open';
import type { Role } from '@cinematheque/shared/user';
import type { Config } from './config.ts';

/** Who is signed in. */
export interface Viewer {
  id: number;
  username: string;
  role: Role;
}

/** Signed-in browsers. Kept by account/session.ts. */
export interface Sessions {
  /** Who the Cookie header belongs to. `renewed` is a cookie to send when the session's life was extended. */
  read(
    cookieHeader: string | undefined,
  ): Promise<{ viewer: Viewer; sessionId: string; renewed: string | null } | null>;
  /** Starts a session and gives the Set-Cookie value. */
  start(userId: number): Promise<string>;
  /** Ends one session and gives the Set-Cookie value that clears the browser's copy. */
  end(sessionId: string | null): Promise<string>;
  /** Ends all sessions of a user, but for one. */
  endAll(userId: number, exceptSessionId?: string | null): Promise<void>;
}

/** Passwords and their hashes. Kept by account/password.ts. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** False for a wrong password and, after the same work, for no hash at all. */
  verify(passwordHash: string | null, password: string): Promise<boolean>;
}

/** Where the bytes of files lie. Keys are ours, random, and never leave the server. */
export interface Storage {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or null when there are none under this key. */
  open(key: string): Promise<{ size: number; stream: Readable } | null>;
  remove(key: string): Promise<void>;
  /** Throws when nothing could be written. */
  check(): Promise<void>;
}

/** What the server is made of: built once in main, handed to every request. */
export interface Services {
  config: Config;
  db: Database;
  sessions: Sessions;
  passwords: Passwords;
  storage: Storage;
}

/** What a procedure sees of the request it runs in. */
export interface Context extends Services {
  viewer: Viewer | null;
  /** The secret in the viewer's cookie, for ending this very session. */
  sessionId: string | null;
  /** What an unexpected error is known by, in the answer and in the log. */
  requestId: string;
  /** Sets a header of the answer. */
  setHeader(name: string, value: string): void;
  /** More than one call in this HTTP request. */
  batched: boolean;
}
