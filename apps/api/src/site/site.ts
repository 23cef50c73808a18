import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayKeepPages, openSite } from '#open-site';
import type { Services } from '../context.ts';
import { docs } from '../docs/docs.ts';
import { errorAnswer } from '../error-answer.ts';
import { createContext } from '../trpc-route.ts';
import { siteAddress } from './address.ts';
import { pageHeaders } from './headers.ts';
import { createPages, makeNonce, withNonce } from './pages.ts';

const { BROTLI_PARAM_QUALITY } = constants;

/** Addresses below which no page lies: a wrong one there is answered by the API, not by the site. */
const notPages = /^\/(trpc|admin|files|assets|healthz|readyz|metrics|docs|openapi\.json)(?=[/?]|$)/;

/** Every other address is a page of the public site, rendered here. */
export async function site(app: FastifyInstance, services: Services): Promise<void> {
  const { config } = services;
  const source = await openSite(app, config);
  if (!source) return app.log.warn('The site is not built: "pnpm start" builds it');

  const pageFor = createPages(services, mayKeepPages);
  // A page is much text.
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [BROTLI_PARAM_QUALITY]: 4 } },
  });
  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    if (notPages.test(request.url.slice(config.basePath.length))) return reply.callNotFound();
    const nonce = makeNonce();
    const siteUrl = siteAddress(config, request);
    reply.headers(pageHeaders(nonce));
    const site = await source();
    try {
      const context = await createContext(services, request, reply);
      const page = await pageFor(site, siteUrl, request, context);
      if (page.location !== null) reply.header('location', page.location);
      return reply.code(page.status).send(withNonce(page, nonce));
    } catch (error) {
      const status = statusOf(error);
      if (status >= 500) request.log.error({ err: error });
      return reply
        .code(status)
        .send(site.renderError({ status, requestId: request.id, siteName: services.settings.catalogName() }));
    }
  };
  docs(app, services, source);
  app.get('/', page);
  app.get('/*', page);
}

/** The status of what made a page impossible: an answer of the API has its own. */
function statusOf(error: unknown): number {
  if (error instanceof Error && 'data' in error && typeof error.data === 'object' && error.data !== null) {
    const { data } = error;
    if ('httpStatus' in data && typeof data.httpStatus === 'number') return data.httpStatus;
  }
  return errorAnswer(error, '').status;
}
