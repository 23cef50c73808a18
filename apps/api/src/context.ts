import type { Database } from '@cinematheque/db/open';
import type { Role } from '@cinematheque/shared/user';
import type { Passwords } from './account/password.ts';
import type { Sessions } from './account/session.ts';
import type { Config } from './config.ts';
import type { Storage } from './files/storage.ts';

/** Who is signed in. */
export interface Viewer {
  id: number;
  username: string;
  role: Role;
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
  /** Sets a header of the answer. */
  setHeader(name: string, value: string): void;
  /** More than one call in this HTTP request. */
  batched: boolean;
}
