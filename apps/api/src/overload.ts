import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorAnswer } from './error-answer.ts';
import { AppError } from './errors.ts';

/**
 * Requests that are worked on at once. Those beyond are refused at once, so that the others are answered in time and
 * memory stays as it is (docs/decisions/0014-overload.md).
 */
export const REQUESTS_AT_ONCE = 100;

/** What stays answerable whatever is going on: the server's state, and what only has to be sent or has its own bound. */
const always = /^\/(healthz|readyz|assets\/|admin|files\/)/;

/** Seconds. */
const retryAfter = 2;
const refusal = new AppError('SERVICE_UNAVAILABLE', 'Too many requests at once. Try again in a moment.', {
  retryAfter,
});

/**
 * The answer to whoever is refused, past Fastify's: thousands may come in a second, and what each of them costs is
 * missing to those that are worked on. So there is no stack, no line in the log (/metrics counts them) and no hook.
 */
function refuse(request: FastifyRequest, reply: FastifyReply): void {
  const { status, body } = errorAnswer(refusal, request.id);
  const text = JSON.stringify(body);
  reply.hijack();
  reply.raw.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'retry-after': String(retryAfter),
    'x-request-id': request.id,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  reply.raw.end(text);
}

/** Refuses what is more than can be answered in time: 503 with Retry-After, before it is read. */
export function refuseOverload(app: FastifyInstance, basePath: string): void {
  const underway = new Set<FastifyRequest>();
  const isFull = () => underway.size >= REQUESTS_AT_ONCE;
  const isAlways = ({ method, url }: FastifyRequest) =>
    method === 'GET' && always.test(url.slice(basePath.length));
  const take = (request: FastifyRequest, { raw }: FastifyReply) => {
    underway.add(request);
    // Of a connection that is cut, too: then there is no "finish".
    raw.once('close', () => underway.delete(request));
  };
  app.addHook('onRequest', (request, reply, done) => {
    if (isAlways(request)) return done();
    if (isFull()) return refuse(request, reply);
    if (request.method === 'GET') take(request, reply);
    done();
  });
  // What has a body takes its place once that is here: clients that send slowly keep nobody out.
  app.addHook('preHandler', (request, reply, done) => {
    if (request.method === 'GET') return done();
    if (isFull()) return refuse(request, reply);
    take(request, reply);
    done();
  });
  app.addHook('onSend', async (request, _reply, payload) => {
    // A stream has no end to wait for; live.ts counts those.
    if (payload instanceof Response && payload.headers.get('content-type') === 'text/event-stream') {
      underway.delete(request);
    }
  });
}
