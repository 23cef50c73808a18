import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';
import { siteAddress } from '../site/address.ts';
import { pageHeaders } from '../site/headers.ts';
import type { Site } from '../site/source.ts';
import { version } from '../version.ts';
import { openApi } from './openapi.ts';
import { referenceOf } from './reference.ts';

/** /docs, the API's reference for people, and /openapi.json, for programs in other languages. */
export function docs(app: FastifyInstance, { config, settings }: Services, site: () => Promise<Site>): void {
  app.get('/docs', async (request, reply) => {
    const siteUrl = siteAddress(config, request);
    const reference = referenceOf(`${siteUrl}/trpc`);
    const page = (await site()).renderReference({ reference, siteUrl, siteName: settings.catalogName() });
    return reply.headers(pageHeaders(randomBytes(16).toString('base64'))).send(page);
  });

  app.get('/openapi.json', (request, reply) =>
    reply
      .header('access-control-allow-origin', '*')
      .header('cache-control', 'public, max-age=300')
      .send(openApi(`${siteAddress(config, request)}/trpc`, version)),
  );
}
