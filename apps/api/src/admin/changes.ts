import { type LiveEvent, liveEvent } from '@cinematheque/shared/live';
import { type TrackedEnvelope, tracked } from '@trpc/server';
import { z } from 'zod';
import { editorProcedure } from '../trpc.ts';

/** A revision, as an EventSource sends back the last one that it was told. */
const lastEventId = z.string().regex(/^\d{1,15}$/, 'A number of a revision');

export const changes = {
  /**
   * Every change of the catalog as it happens, in order, none twice; with `lastEventId` also those since. Ends with
   * the session.
   */
  watch: editorProcedure
    .input(z.strictObject({ lastEventId: lastEventId.optional() }).default({}))
    .subscription(async function* ({ ctx, input, signal }): AsyncGenerator<TrackedEnvelope<LiveEvent>, void> {
      const after = input.lastEventId === undefined ? undefined : Number(input.lastEventId);
      const { viewer, sessionId, live } = ctx;
      for await (const { revision, event } of live.follow({ viewer, sessionId, after, signal })) {
        yield tracked(String(revision), liveEvent.parse(event));
      }
    }),
};
