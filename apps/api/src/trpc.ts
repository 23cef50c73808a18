import { initTRPC } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { Context } from './context.ts';
import { AppError, type ErrorDetails, toAppError } from './errors.ts';

const t = initTRPC.context<Context>().create({
  isDev: false,
  // The only way an error leaves: our code and words, or a 500 that says nothing (HAZARDS: H5).
  errorFormatter({ shape, error, path, ctx }) {
    const known = toAppError(error);
    const internal = !known && error.code === 'INTERNAL_SERVER_ERROR';
    const details: ErrorDetails = known?.details ?? (internal ? { requestId: ctx?.requestId } : {});
    return {
      code: shape.code,
      message: known?.message ?? (internal ? 'Something went wrong on our side.' : error.message),
      data: {
        code: known?.appCode ?? error.code,
        httpStatus: getHTTPStatusCodeFromError(known ?? error),
        path: path ?? null,
        ...details,
      },
    };
  },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Everybody. Errors of the database and of zod become ours here, so that the HTTP status is right too. */
export const publicProcedure = t.procedure.use(async ({ next, ctx }) => {
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
export const userProcedure = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.viewer) throw new AppError('UNAUTHORIZED', 'Sign in first');
  return next({ ctx: { viewer: ctx.viewer } });
});

export const unbatchedUserProcedure = userProcedure.use(alone);

/** Editors and administrators: the catalog. */
export const editorProcedure = userProcedure.use(({ ctx, next }) => {
  if (ctx.viewer.role === 'visitor') throw new AppError('FORBIDDEN', 'This is for editors');
  return next();
});

/** Administrators: people and the system. */
export const adminProcedure = userProcedure.use(({ ctx, next }) => {
  if (ctx.viewer.role !== 'admin') throw new AppError('FORBIDDEN', 'This is for administrators');
  return next();
});
