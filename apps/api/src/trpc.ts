import type { AppErrorCode, ErrorData, ErrorDetails } from '@cinematheque/shared/error';
import type { Role } from '@cinematheque/shared/user';
import { initTRPC } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';
import type { Context } from './context.ts';
import { AppError, toAppError } from './errors.ts';

const t = initTRPC
  .context<Context>()
  // What a procedure says of itself. Without a name, so that the client's types need nothing from this file.
  .meta<{
    /** Who may call it, at least. */
    role?: 'anon' | Role;
    /**
     * How long an answer of a public query may be given again: until the catalog changes, unless said otherwise.
     * Briefly, where it counts hearts, which do not change the catalog; never, where it is another one each time.
     */
    keep?: 'briefly' | 'never';
  }>()
  .create({
    isDev: false,
    // Streams: proxies cut a connection that is silent, and a browser should notice one that is dead.
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    // The only way an error leaves: our code and words, or a 500 that says nothing (HAZARDS: H5).
    errorFormatter({ shape, error, path, ctx }) {
      const known = toAppError(error);
      const internal = !known && error.code === 'INTERNAL_SERVER_ERROR';
      const details: ErrorDetails = known?.details ?? (internal ? { requestId: ctx?.requestId } : {});
      const data: ErrorData<AppErrorCode | TRPC_ERROR_CODE_KEY> = {
        code: known?.appCode ?? error.code,
        httpStatus: getHTTPStatusCodeFromError(known ?? error),
        path: path ?? null,
        ...details,
      };
      const message = known?.message ?? (internal ? 'Something went wrong on our side.' : error.message);
      return { code: shape.code, message, data };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Everybody. Errors of the database and of zod become ours here, so that the HTTP status is right too. */
export const publicProcedure = t.procedure.meta({ role: 'anon' }).use(async ({ next, ctx }) => {
  const result = await next();
  if (result.ok) return result;
  const known = toAppError(result.error);
  if (!known) return result;
  if (known.details.retryAfter) ctx.setHeader('retry-after', String(known.details.retryAfter));
  throw known;
});

/** Not in a batch: guessing passwords must cost a request each (H2). */
const alone = t.middleware(({ ctx, next }) => {
  if (ctx.batched) throw new AppError('VALIDATION', 'Call this on its own, not in a batch', { fields: {} });
  return next();
});
export const unbatchedProcedure = publicProcedure.use(alone);

/** Whoever is signed in. */
export const userProcedure = publicProcedure.meta({ role: 'visitor' }).use(({ ctx, next, type }) => {
  if (!ctx.viewer) throw new AppError('UNAUTHORIZED', 'Sign in first');
  if (ctx.viewer.token === 'read' && type === 'mutation') {
    throw new AppError('FORBIDDEN', 'This token may only read');
  }
  return next({ ctx: { viewer: ctx.viewer } });
});

/** Whoever is signed in oneself: one's account is no program's business. */
export const personProcedure = userProcedure.use(({ ctx, next }) => {
  if (ctx.viewer.token) throw new AppError('FORBIDDEN', 'This is for people, not for tokens');
  return next();
});

export const unbatchedPersonProcedure = personProcedure.use(alone);

/** Editors and administrators: the catalog. */
export const editorProcedure = userProcedure.meta({ role: 'editor' }).use(({ ctx, next }) => {
  if (ctx.viewer.role === 'visitor') throw new AppError('FORBIDDEN', 'This is for editors');
  return next();
});

/** Administrators: people and the system. */
export const adminProcedure = userProcedure.meta({ role: 'admin' }).use(({ ctx, next }) => {
  if (ctx.viewer.role !== 'admin') throw new AppError('FORBIDDEN', 'This is for administrators');
  return next();
});
