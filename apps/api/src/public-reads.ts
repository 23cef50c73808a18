import { createHash } from 'node:crypto';
import type { Database } from '@cinematheque/db/open';
import { isPublicPath } from '@cinematheque/shared/public-path';
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, type TRPCError } from '@trpc/server';
import type { FastifyRequest } from 'fastify';
import type { Context, Services } from './context.ts';
import { createKeeper, KEPT_BRIEFLY_FOR, KEPT_FOR, type Made } from './keeper.ts';
import { procedures } from './procedures.ts';
import { appRouter } from './router.ts';

/** For how many milliseconds the answers of each public query may be given again. */
const lives = new Map(
  procedures
    .filter(({ path, type }) => type === 'query' && isPublicPath(path))
    .map(({ path, keep = 'long' }) => [path, { long: KEPT_FOR, briefly: KEPT_BRIEFLY_FOR, never: 0 }[keep]]),
);

/** For how long what was made of these calls may be given again to whoever is not signed in. */
export const lifeOfCalls = (paths: Iterable<string>): number =>
  Math.min(
    KEPT_FOR,
    ...[...paths].map((path) => (path === 'account.me' ? KEPT_FOR : (lives.get(path) ?? 0))),
  );

/** The answer to a public query, as bytes. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** One call of a public query, in one way of writing for all who mean the same. */
export interface PublicCall {
  path: string;
  input: unknown;
  key: string;
}

/** The call that a request makes; null for what is to go to tRPC: no public query, several at once, or not JSON. */
export function publicCallOf(request: FastifyRequest<{ Params: { path: string } }>): PublicCall | null {
  const { path } = request.params;
  if (request.method !== 'GET' || !lives.get(path) || request.headers['trpc-accept']) return null;
  const { batch, input: text } = queryOf(request.query);
  if (batch !== undefined || (text !== undefined && typeof text !== 'string')) return null;
  try {
    const input: unknown = text === undefined ? undefined : JSON.parse(text);
    return { path, input, key: `${path} ${canonical(input)}` };
  } catch {
    return null;
  }
}

const queryOf = (query: unknown): { batch?: unknown; input?: unknown } =>
  typeof query === 'object' && query !== null ? query : {};

/** JSON without regard to spaces and to the order of keys. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join()}}`;
}

/** The catalog for whoever is nobody in particular: every read may come from a replica. */
export const publicDatabase = (db: Database): Database =>
  db.readPublic ? { ...db, read: db.readPublic } : db;

type OnError = (error: TRPCError, path: string) => void;

/**
 * Answers public queries with the very bytes of tRPC's adapter, past the adapter, and gives them again until the
 * catalog changes. Nothing of who asks is in the key or in the context.
 */
export function createPublicReads(services: Services) {
  const keeper = createKeeper<Answer>(services.db.watch(), services.config.cacheBytes / 2);
  return (call: PublicCall, requestId: string, onError: OnError): Answer | Promise<Answer> =>
    keeper.get(call.key, () => answer(call, services, requestId, onError));
}

async function answer(
  { path, input }: PublicCall,
  services: Services,
  requestId: string,
  onError: OnError,
): Promise<Made<Answer>> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    // Anybody may keep it, and must ask each time whether it is still so: edits show at once.
    'cache-control': 'public, no-cache',
  };
  const ctx: Context = {
    ...services,
    db: publicDatabase(services.db),
    viewer: null,
    sessionId: null,
    caller: { address: '', userAgent: null },
    requestId,
    // Nothing that these do concerns security.
    audit: () => {},
    setHeader: (name, value) => {
      headers[name] = value;
    },
    batched: false,
  };
  try {
    const data: unknown = await callTRPCProcedure({
      router: appRouter,
      path,
      getRawInput: async () => input,
      ctx,
      type: 'query',
      signal: undefined,
      batchIndex: 0,
    });
    const body = Buffer.from(JSON.stringify({ result: { data } }));
    headers.etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
    return { value: { status: 200, headers, body }, bytes: body.length, life: lives.get(path) ?? 0 };
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    onError(error, path);
    const shape = getTRPCErrorShape({
      config: appRouter._def._config,
      ctx,
      error,
      input,
      path,
      type: 'query',
    });
    headers['cache-control'] = 'no-store';
    const body = Buffer.from(JSON.stringify({ error: shape }));
    return { value: { status: shape.data.httpStatus, headers, body }, bytes: 0, life: 0 };
  }
}

/** Whether the copy that a client has is this one. */
export const isSame = (known: string | undefined, { headers }: Answer): boolean =>
  headers.etag !== undefined &&
  (known ?? '').split(',').some((entry) => entry.trim().replace(/^W\//, '') === headers.etag);
