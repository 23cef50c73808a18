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

/** Public reads are open to every site, without credentials; credentials only for the origins that are named. */
export function allowOrigins(app: FastifyInstance, { corsOrigins }: Config): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (origin === undefined) return;
    reply.header('vary', 'Origin');
    if (corsOrigins.includes(origin)) {
      reply.header('access-control-allow-origin', origin).header('access-control-allow-credentials', 'true');
      if (request.method === 'OPTIONS') {
        reply
          .header('access-control-allow-methods', 'GET, POST')
          .header('access-control-allow-headers', 'content-type')
          .header('access-control-max-age', '600')
          .code(204)
          .send();
      }
    }
  });
}
