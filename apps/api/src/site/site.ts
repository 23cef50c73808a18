import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openSite } from '#open-site';
import type { Config } from '../config.ts';
import type { Services } from '../context.ts';
import { errorAnswer } from '../error-answer.ts';
import { toAppError } from '../errors.ts';
import { appRouter } from '../router.ts';
import { createContext } from '../trpc-route.ts';
import { pageHeaders } from './headers.ts';

/** Addresses below which no page lies: a wrong one there is answered by the API, not by the site. */
const notPages = /^\/(trpc|admin|files|assets|healthz|readyz|metrics|docs|openapi\.json)(?=[/?]|$)/;

/** Every other address is a page of the public site, rendered here. */
export async function site(app: FastifyInstance, services: Services): Promise<void> {
  const { config } = services;
  const source = await openSite(app, config);
  if (!source) return app.log.warn('The site is not built: "pnpm start" builds it');

  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    if (notPages.test(request.url.slice(config.basePath.length))) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64');
    const siteUrl = addressOf(config, request);
    reply.headers(pageHeaders(nonce));
    const site = await source();
    try {
      const context = await createContext(services, request, reply);
      const response = await site.render({
        request: new Request(`${new URL(siteUrl).origin}${request.url}`),
        siteUrl,
        nonce,
        router: appRouter,
        createContext: async () => context,
        onError({ error, path }) {
          if (!toAppError(error)) request.log.error({ err: error, path });
        },
      });
      const location = response.headers.get('location');
      if (location !== null) reply.header('location', location);
      return reply.code(response.status).send(await response.text());
    } catch (error) {
      const status = statusOf(error);
      if (status >= 500) request.log.error({ err: error });
      return reply.code(status).send(site.renderError({ status, requestId: request.id }));
    }
  };
  app.get('/', page);
  app.get('/*', page);
}

/** The site's own address: as configured, else as the visitor asked for it. */
const addressOf = ({ publicUrl, basePath }: Config, { protocol, host }: FastifyRequest): string =>
  publicUrl ?? `${protocol}://${host}${basePath}`;

/** The status of what made a page impossible: an answer of the API has its own. */
function statusOf(error: unknown): number {
  if (error instanceof Error && 'data' in error && typeof error.data === 'object' && error.data !== null) {
    const { data } = error;
    if ('httpStatus' in data && typeof data.httpStatus === 'number') return data.httpStatus;
  }
  return errorAnswer(error, '').status;
}
