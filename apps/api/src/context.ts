import type { ChangeAuthor, Transaction } from '@cinematheque/db/change';
import type { Database } from '@cinematheque/db/open';
import type { TokenScope } from '@cinematheque/shared/api-token';
import type { Dashboard } from '@cinematheque/shared/dashboard';
import type { LiveEvent } from '@cinematheque/shared/live';
import type { Device, OneTimeLink, Role } from '@cinematheque/shared/user';
import type { Audit } from './audit.ts';
import type { Config } from './config.ts';
import type { Keeper } from './keeper.ts';
import type { SlowStatements } from './slow-statements.ts';

/** Who is signed in. */
export interface Viewer {
  id: number;
  username: string;
  role: Role;
  /** A program that acts in this name: what its token allows. */
  token?: TokenScope;
}

/** Tokens by which programs act. Kept by api-tokens.ts. */
export interface ApiTokens {
  /** A new secret, and what the database may know of it. */
  make(): { secret: string; hash: string };
  /** Who an Authorization header speaks for; null when it holds no token. UNAUTHORIZED when its token is not valid. */
  read(header: string | undefined): Promise<Viewer | null>;
}

/** Signed-in browsers. Kept by account/session.ts. */
export interface Sessions {
  /** Who the Cookie header belongs to. `renewed` is a cookie to send when the session's life was extended. */
  read(
    cookieHeader: string | undefined,
  ): Promise<{ viewer: Viewer; sessionId: string; renewed: string | null } | null>;
  /** Starts a session and gives the Set-Cookie value. The browser's own words for itself are kept with it. */
  start(userId: number, userAgent?: string | null): Promise<string>;
  /** Ends one session and gives the Set-Cookie value that clears the browser's copy. */
  end(sessionId: string | null): Promise<string>;
  /** The roles that these sessions give now; whichever has ended is not among them. */
  rolesOf(sessionIds: string[]): Promise<Map<string, Role>>;
  /** Ends all sessions of a user, but for one. */
  endAll(userId: number, exceptSessionId?: string | null): Promise<void>;
  /** Where a user is signed in, the last seen first. */
  list(userId: number, sessionId: string | null): Promise<Device[]>;
  /** Ends one session of a user by its number in the list; false when there is none. */
  endOne(userId: number, number: number): Promise<boolean>;
}

/** What a one-time link is for. */
export type LinkPurpose = 'reset' | 'verify' | 'setup';

/** One-time links. Kept by account/tokens.ts. */
export interface Tokens {
  /** Makes a link for an account and the address that it has now; null when there is no such account. */
  issue(userId: number, purpose: LinkPurpose): Promise<OneTimeLink | null>;
  /** Does what a link is for, once, in one change of its account. A link that is not valid is VALIDATION. */
  use<T>(
    token: string,
    purpose: LinkPurpose,
    author: Omit<ChangeAuthor, 'userId'>,
    work: (tx: Transaction, link: { userId: number; email: string }) => Promise<T>,
  ): Promise<T>;
}

/** A letter by e-mail, as text and as HTML. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Sends letters. Kept by mail/mailer.ts. */
export interface Mailer {
  /** Does the work behind the answer: what it takes tells nobody whether there was a letter to send. */
  send(letter: () => Promise<Letter | null>): void;
  /** Settles when nothing is under way. */
  idle(): Promise<void>;
}

/** Passwords and their hashes. Kept by account/password.ts. */
export interface Passwords {
  /** Refuses what everybody would try first: VALIDATION, beside this field. */
  hash(password: string, field?: string): Promise<string>;
  /** False for a wrong password and, after the same work, for no hash at all. */
  verify(passwordHash: string | null, password: string): Promise<boolean>;
}

/** Where the bytes of files lie. Keys are ours, random, and never leave the server. */
export interface Storage {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or null when there are none under this key. */
  read(key: string): Promise<Uint8Array | null>;
  /** Without complaint when there are none. */
  remove(key: string): Promise<void>;
  /** All that there is, since when, and how large it is. */
  list(): AsyncIterable<{ key: string; at: Date; bytes: number }>;
  /** Throws when nothing could be written. */
  check(): Promise<void>;
}

/** What happened up to a revision of the catalog. */
export interface LiveNews {
  revision: number;
  event: LiveEvent;
}

export interface FollowOptions {
  viewer: Viewer;
  /** Ends with this session. */
  sessionId: string | null;
  /** Tells also what has happened since this revision. */
  after?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** What others do to the catalog, as it happens. Kept by live/live.ts. */
export interface Live {
  follow(options: FollowOptions): AsyncGenerator<LiveNews, void>;
  /** Before the server stops: connections that never end would keep it from it. */
  endAll(): void;
}

/** What an administrator has set for the whole catalog. Kept by settings.ts. */
export interface Settings {
  /** As it stands in the masthead, in titles and in feeds. */
  catalogName(): string;
}

/** What the server is made of: built once in main, handed to every request. */
export interface Services {
  config: Config;
  db: Database;
  sessions: Sessions;
  passwords: Passwords;
  tokens: Tokens;
  apiTokens: ApiTokens;
  /** Null without SMTP_URL: then administrators hand out links. */
  mailer: Mailer | null;
  storage: Storage;
  settings: Settings;
  live: Live;
  /** What the console's first page says, until the catalog changes. */
  overviews: Keeper<Dashboard>;
  slowStatements: SlowStatements;
}

/** Where a request comes from, as far as it can be believed (TRUST_PROXY). */
export interface Caller {
  address: string;
  userAgent: string | null;
}

/** What a procedure sees of the request it runs in. */
export interface Context extends Services {
  viewer: Viewer | null;
  /** The secret in the viewer's cookie, for ending this very session. */
  sessionId: string | null;
  caller: Caller;
  /** What an unexpected error is known by, in the answer and in the log. */
  requestId: string;
  /** Notes what concerns security: who signed in, what was refused, who may do what from now on. */
  audit: Audit;
  /** Sets a header of the answer. */
  setHeader(name: string, value: string): void;
  /** More than one call in this HTTP request. */
  batched: boolean;
}
