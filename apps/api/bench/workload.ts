import type { Requests } from './load.ts';

/** Our server as everybody runs it, and one that makes each answer anew (CACHE_MB=0). */
export interface OurServers {
  ours: string;
  keepsNothing: string;
}

/** The same work, asked of our server and of L1. */
export interface Workload {
  name: string;
  ours: Requests;
  /** For reads, of which `ours` keeps nothing: the same requests to the server as everybody runs it. */
  kept?: Requests;
  l1: Requests;
  /** For reads: the part of both answers that must be equal before anything is measured. */
  same?: (data: unknown) => unknown;
  /** Run before and after each time that L1 is measured. */
  l1Setting?: { on: () => Promise<unknown>; off: () => Promise<unknown> };
  /** Run when all rounds are over. */
  tidy?: () => Promise<unknown>;
}

/** The path of a public query, as a browser asks for it. */
export const query = (procedure: string, input?: object) =>
  `/trpc/${procedure}${input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : ''}`;
