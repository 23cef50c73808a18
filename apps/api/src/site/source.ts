import type { Reference } from '@cinematheque/shared/reference';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { AppRouter } from '../router.ts';

/** One page as it is asked for, and what it may ask of the API. */
export interface PageRequest {
  request: Request;
  /** The site's address with its base path. */
  siteUrl: string;
  /** The catalog's name. */
  siteName: string;
  nonce: string;
  router: AppRouter;
  createContext: () => Promise<Context>;
  /** Told of every procedure that the page calls. */
  onCall: (path: string) => void;
  onError: (failure: { error: Error; path?: string }) => void;
}

/** What apps/web's server entry makes. It is found by path: apps/web depends on this package's types, not we on it. */
export interface Site {
  render(page: PageRequest): Promise<Response>;
  renderError(failure: { status: number; requestId: string; siteName: string }): string;
  renderReference(page: { reference: Reference; siteUrl: string; siteName: string }): string;
}

/** Serves the site's scripts, styles and pictures, and gives the site itself; null when it was never built. */
export type OpenSite = (app: FastifyInstance, config: Config) => Promise<(() => Promise<Site>) | null>;
