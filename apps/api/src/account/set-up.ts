import { User } from '@cinematheque/db/entities/user';
import { updateRow } from '@cinematheque/db/repository';
import { setUpInput } from '@cinematheque/shared/settings';
import { z } from 'zod';
import { nameCatalog } from '../settings.ts';
import { unbatchedProcedure } from '../trpc.ts';
import { allowAttempt, networkOf } from './attempts.ts';

/** Children first; a film takes its cast and genres with it. */
const sampleTables = ['movies', 'directors', 'persons', 'genres', 'countries'];

export const setUp = {
  /** The first administrator's, by the link that the first start prints: once, within an hour. */
  setUp: unbatchedProcedure
    .input(setUpInput)
    .output(z.object({ email: z.string() }))
    .mutation(async ({ ctx, input: { token, email, password, catalogName, sample } }) => {
      await allowAttempt(ctx.db, 'resetFrom', networkOf(ctx.caller.address));
      const author = { channel: 'ui', summary: 'Set the catalog up' } as const;
      const id = await ctx.tokens.use(token, 'setup', author, async (tx, { userId }) => {
        const passwordHash = await ctx.passwords.hash(password);
        await updateRow(tx, User, { id: userId }, { email, passwordHash });
        await nameCatalog(tx, catalogName);
        if (sample === 'empty') for (const table of sampleTables) await tx.execute(`delete from ${table}`);
        return userId;
      });
      await ctx.sessions.endAll(id);
      ctx.audit('password reset', { user: id });
      return { email };
    }),
};
