import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { avatarUpload } from './account/avatar.ts';
import { consoleShell } from './console/console.ts';
import type { Services } from './context.ts';
import { feeds } from './discovery/feeds.ts';
import { robots } from './discovery/robots.ts';
import { sharePictures } from './discovery/share-picture.ts';
import { sitemaps } from './discovery/sitemap.ts';
import { errorAnswer } from './error-answer.ts';
import { AppError } from './errors.ts';
import { servedFiles } from './files/serve.ts';
import { uploads } from './files/upload.ts';
import { health } from './health.ts';
import { metrics } from './metrics.ts';
import { refuseForeignWrites } from './origin.ts';
import { refuseOverload } from './overload.ts';
import { site } from './site/site.ts';
import { rememberRequests } from './slow-statements.ts';
import { trpcRoute } from './trpc-route.ts';

/** Largest JSON body, in bytes. */
const BODY_LIMIT = 1024 * 1024;

/** Builds the server without listening; what tests call too. The log goes to standard output unless told otherwise. */
export async function buildServer(
  services: Services,
  log?: { write(line: string): void },
): Promise<FastifyInstance> {
  const { config } = services;
  const redact = ['req.headers.cookie', 'req.headers.authorization'];
  const app = Fastify({
    logger: { level: config.logLevel, redact, ...(log && { stream: log }) },
    // The same in the log, in an answer that failed, and in its header: never the same for two requests.
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    // A body that never ends is cut (H8); a header set too. Looked at every few seconds, not every thirty.
    requestTimeout: 20_000,
    connectionTimeout: 60_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
    // A forwarded address counts only from proxies that are named (H6).
    trustProxy: config.trustProxy.length ? config.trustProxy : false,
    routerOptions: { maxParamLength: 5000 },
    logController: new LogController({
      disableRequestLogging: !['debug', 'trace'].includes(config.logLevel),
    }),
  });
  app.setErrorHandler((error, request, reply) => {
    const { status, body } = errorAnswer(error, request.id);
    if (status >= 500) request.log.error({ err: error });
    const { retryAfter } = body.error.data;
    if (retryAfter) reply.header('retry-after', retryAfter);
    // A cache may keep a 404 that says nothing of it: a picture would stay hidden after a film shows it.
    return reply.code(status).header('cache-control', 'no-store').send(body);
  });
  app.setNotFoundHandler((request, reply) => {
    const { status, body } = errorAnswer(new AppError('NOT_FOUND', 'There is nothing here'), request.id);
    return reply.code(status).header('cache-control', 'no-store').send(body);
  });
  // Whatever is no page says that it is none: opened as one, it shows nothing and stands in no frame.
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (!reply.hasHeader('x-content-type-options')) reply.header('x-content-type-options', 'nosniff');
    if (!reply.hasHeader('content-security-policy')) {
      reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    }
  });
  // Streams that never end would keep the server from closing.
  app.addHook('preClose', async () => services.live.endAll());
  rememberRequests(app);
  await metrics(app, services);
  refuseOverload(app, config.basePath);
  refuseForeignWrites(app, config);
  robots(app, config);
  await app.register(
    async (scope) => {
      await scope.register((child) => trpcRoute(child, services));
      await scope.register((child) => uploads(child, services));
      await scope.register((child) => avatarUpload(child, services));
      await scope.register((child) => servedFiles(child, services));
      await scope.register((child) => health(child, services));
      await scope.register((child) => consoleShell(child, services));
      await scope.register((child) => sitemaps(child, services));
      await scope.register((child) => feeds(child, services));
      await scope.register((child) => sharePictures(child, services));
      await scope.register((child) => site(child, services));
    },
    { prefix: config.basePath },
  );
  return app;
}
