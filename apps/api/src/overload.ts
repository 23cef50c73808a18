import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorAnswer } from './error-answer.ts';
import { AppError } from './errors.ts';

/**
 * Requests that are worked on at once, and those that may wait for one of them to end. Whoever comes behind those is
 * refused at once, so that the others are answered in time and memory stays as it is (docs/decisions/0014-overload.md).
 */
export const WORKED_ON = 32;
export const MAY_WAIT = 68;

/** How long one waits at most, in milliseconds: as long as for a connection to the database. */
const PATIENCE = 5_000;

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
  /** In the order in which they came, with what lets them in. */
  const waiting = new Map<FastifyRequest, () => void>();
  const isFull = () => underway.size >= WORKED_ON && waiting.size >= MAY_WAIT;
  const isAlways = ({ method, url }: FastifyRequest) =>
    method === 'GET' && always.test(url.slice(basePath.length));

  const letIn = () => {
    for (const [request, go] of waiting) {
      if (underway.size >= WORKED_ON) return;
      waiting.delete(request);
      underway.add(request);
      go();
    }
  };
  const leave = (request: FastifyRequest) => {
    waiting.delete(request);
    if (underway.delete(request)) letIn();
  };
  const take = (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    if (isFull()) return refuse(request, reply);
    const timer = setTimeout(() => {
      if (waiting.delete(request)) refuse(request, reply);
    }, PATIENCE);
    // Of a connection that is cut, too: then there is no "finish".
    reply.raw.once('close', () => {
      clearTimeout(timer);
      leave(request);
    });
    waiting.set(request, done);
    letIn();
  };

  app.addHook('onRequest', (request, reply, done) => {
    if (isAlways(request)) return done();
    if (request.method === 'GET') return take(request, reply, done);
    if (isFull()) return refuse(request, reply);
    done();
  });
  // What has a body takes its place once that is here: clients that send slowly keep nobody out.
  app.addHook('preHandler', (request, reply, done) => {
    if (request.method === 'GET') return done();
    take(request, reply, done);
  });
  app.addHook('onSend', async (request, _reply, payload) => {
    // A stream has no end to wait for; live.ts counts those.
    if (payload instanceof Response && payload.headers.get('content-type') === 'text/event-stream') {
      leave(request);
    }
  });
}
