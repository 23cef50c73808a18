import { id } from '@cinematheque/shared/text';
import { device } from '@cinematheque/shared/user';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { personProcedure } from '../trpc.ts';

const ended = z.object({ ended: z.literal(true) });

/** Where one is signed in. */
export const devices = {
  sessions: personProcedure
    .output(z.object({ items: z.array(device) }))
    .query(async ({ ctx }) => ({ items: await ctx.sessions.list(ctx.viewer.id, ctx.sessionId) })),
  endSession: personProcedure
    .input(z.strictObject({ id }))
    .output(ended)
    .mutation(async ({ ctx, input }) => {
      if (!(await ctx.sessions.endOne(ctx.viewer.id, input.id))) {
        throw new AppError('NOT_FOUND', 'You are not signed in there (any more)');
      }
      ctx.audit('sessions ended');
      return { ended: true } as const;
    }),
  endOtherSessions: personProcedure.output(ended).mutation(async ({ ctx }) => {
    await ctx.sessions.endAll(ctx.viewer.id, ctx.sessionId);
    ctx.audit('sessions ended');
    return { ended: true } as const;
  }),
};
