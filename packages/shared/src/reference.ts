import type { Role } from './user.ts';

/** The API's reference, made by the server from the router and its schemas, shown at /docs. */
export interface Reference {
  routers: RouterReference[];
}

export interface RouterReference {
  /** "movies", "admin.genres". */
  name: string;
  /** What it is for, in a sentence. */
  about: string;
  procedures: ProcedureReference[];
}

export interface ProcedureReference {
  /** "movies.list" */
  path: string;
  type: 'query' | 'mutation' | 'subscription';
  /** Who may call it, at least. */
  role: 'anon' | Role;
  /** What it takes, in TypeScript's notation; null for nothing. */
  input: string | null;
  /** What it gives, in TypeScript's notation; null where it is a stream. */
  output: string | null;
  /** A call through the typed client. */
  call: string;
  /** The same from a shell, for what everybody may read. */
  curl: string | null;
}
