import { isPublicPath } from '@cinematheque/shared/public-path';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { AppError } from './errors.ts';

/** Methods that change nothing and may come from anywhere. */
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site makes a visitor's browser send (HAZARDS: H4). Browsers say where a write comes
 * from; scripts say nothing, and carry no visitor's cookie.
 */
export function refuseForeignWrites(app: FastifyInstance, { publicUrl, corsOrigins }: Config): void {
  app.addHook('onRequest', async (request) => {
    if (safe.has(request.method)) return;
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    if (origin === undefined && (site === undefined || site === 'same-origin')) return;
    const own = publicUrl ? new URL(publicUrl).origin : `${request.protocol}://${request.host}`;
    if (origin !== undefined && (origin === own || corsOrigins.includes(origin))) return;
    throw new AppError('FORBIDDEN', 'This came from another site');
  });
}

/** Lets other sites read what is public, without credentials, and the named origins do what a visitor may. */
export function shareWithOrigins(app: FastifyInstance, { corsOrigins }: Config): void {
  app.addHook<{ Params: { path?: string } }>('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (origin !== undefined && corsOrigins.includes(origin)) {
      reply.headers({
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'content-type, authorization',
        'access-control-max-age': '600',
      });
      if (request.method === 'OPTIONS') return reply.code(204).send();
    } else if (request.method === 'GET' && request.params.path?.split(',').every(isPublicPath)) {
      reply.header('access-control-allow-origin', '*');
    }
  });
  if (!corsOrigins.length) return;
  app.addHook('onSend', async (_request, reply, payload) => {
    // Onto tRPC's whole answer, whose headers come after ours and have a Vary of their own.
    if (payload instanceof Response) payload.headers.append('vary', 'Origin');
    else reply.header('vary', 'Origin');
  });
}
