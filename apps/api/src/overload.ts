import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from './errors.ts';

/**
 * Requests that are worked on at once. Those beyond are refused at once, so that the others are answered in time and
 * memory stays as it is (docs/decisions/0014-overload.md).
 */
export const REQUESTS_AT_ONCE = 100;

/** What stays answerable whatever is going on: the server's state, and what only has to be sent or has its own bound. */
const always = /^\/(healthz|readyz|assets\/|admin|files\/)/;

/** Refuses what is more than can be answered in time: 503 with Retry-After, before it is read. */
export function refuseOverload(app: FastifyInstance, basePath: string): void {
  const underway = new Set<FastifyRequest>();
  const isAlways = ({ method, url }: FastifyRequest) =>
    method === 'GET' && always.test(url.slice(basePath.length));
  const admit = () => {
    if (underway.size < REQUESTS_AT_ONCE) return;
    throw new AppError('SERVICE_UNAVAILABLE', 'Too many requests at once. Try again in a moment.', {
      retryAfter: 2,
    });
  };
  const take = (request: FastifyRequest, { raw }: FastifyReply) => {
    underway.add(request);
    // Of a connection that is cut, too: then there is no "finish".
    raw.once('close', () => underway.delete(request));
  };
  app.addHook('onRequest', async (request, reply) => {
    if (isAlways(request)) return;
    admit();
    if (request.method === 'GET') take(request, reply);
  });
  // What has a body takes its place once that is here: clients that send slowly keep nobody out.
  app.addHook('preHandler', async (request, reply) => {
    if (request.method === 'GET') return;
    admit();
    take(request, reply);
  });
  app.addHook('onSend', async (request, _reply, payload) => {
    // A stream has no end to wait for; live.ts counts those.
    if (payload instanceof Response && payload.headers.get('content-type') === 'text/event-stream') {
      underway.delete(request);
    }
  });
}
