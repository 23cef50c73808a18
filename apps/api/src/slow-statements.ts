import { AsyncLocalStorage } from 'node:async_hooks';
import type { Statement } from '@cinematheque/db/statement';
import type { SlowStatement } from '@cinematheque/shared/system';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** So many are kept in memory, the newest. */
const KEPT = 50;

/** A text that is longer is cut: whoever looks for it finds it by its beginning. */
const LONGEST = 20_000;

/** Statements that took long, with the requests that asked for them. */
export interface SlowStatements {
  /** From so many milliseconds on; 0: never. */
  fromMs: number;
  note(statement: Statement): void;
  /** The newest first. */
  list(): SlowStatement[];
}

/** The request in which something happens, however deep down. */
const requests = new AsyncLocalStorage<FastifyRequest>();

/** Lets every statement know its request. */
export function rememberRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => requests.run(request, done));
}

export function createSlowStatements(fromMs: number): SlowStatements {
  const kept: SlowStatement[] = [];
  return {
    fromMs,
    note({ text, ms }) {
      if (!fromMs || ms < fromMs) return;
      const request = requests.getStore();
      const statement = {
        at: new Date().toISOString(),
        ms: Math.round(ms),
        sql: text.trim().slice(0, LONGEST),
        requestId: request?.id ?? null,
        // What follows the question mark is what somebody looked for.
        path: request?.url.split('?')[0] ?? null,
      };
      request?.log.warn({ ms: statement.ms, sql: statement.sql }, 'Slow statement');
      kept.unshift(statement);
      kept.length = Math.min(kept.length, KEPT);
    },
    list: () => [...kept],
  };
}
