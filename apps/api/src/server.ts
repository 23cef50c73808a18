import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { consoleShell } from './console/console.ts';
import type { Services } from './context.ts';
import { errorAnswer } from './error-answer.ts';
import { AppError } from './errors.ts';
import { servedFiles } from './files/serve.ts';
import { uploads } from './files/upload.ts';
import { health } from './health.ts';
import { refuseForeignWrites } from './origin.ts';
import { site } from './site/site.ts';
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
    bodyLimit: BODY_LIMIT,
    // A body that never ends is cut (H8); a header set too.
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
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
    return reply.code(status).send(body);
  });
  app.setNotFoundHandler((request, reply) => {
    const { status, body } = errorAnswer(new AppError('NOT_FOUND', 'There is nothing here'), request.id);
    return reply.code(status).send(body);
  });
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('x-content-type-options')) reply.header('x-content-type-options', 'nosniff');
  });
  refuseForeignWrites(app, config);
  await app.register(
    async (scope) => {
      await scope.register((child) => trpcRoute(child, services));
      await scope.register((child) => uploads(child, services));
      await scope.register((child) => servedFiles(child, services));
      await scope.register((child) => health(child, services));
      await scope.register((child) => consoleShell(child, services));
      await scope.register((child) => site(child, services));
    },
    { prefix: config.basePath },
  );
  return app;
}
