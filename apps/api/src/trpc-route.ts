import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context, Services } from './context.ts';
import { toAppError } from './errors.ts';
import { shareWithOrigins } from './origin.ts';
import { appRouter } from './router.ts';

/** Who asks, from the request's own cookie. The site's server-side rendering makes its context here too. */
export async function createContext(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Context> {
  const session = await services.sessions.read(request.headers.cookie);
  const setHeader = (name: string, value: string) => void reply.header(name, value);
  if (session?.renewed) setHeader('set-cookie', session.renewed);
  return {
    ...services,
    viewer: session?.viewer ?? null,
    sessionId: session?.sessionId ?? null,
    requestId: request.id,
    setHeader,
    batched: false,
  };
}

/**
 * /trpc. Only JSON has a parser here: tRPC's own Fastify plugin would let multipart bodies of any size through to
 * every mutation (HAZARDS: H1), and forms of other sites with them (H4).
 */
export async function trpcRoute(app: FastifyInstance, services: Services): Promise<void> {
  shareWithOrigins(app, services.config);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  app.all<{ Params: { path: string } }>('/trpc/:path', async (req, res) => {
    // Before tRPC, which would answer 500 to whatever keeps a context from being made.
    const context = await createContext(services, req, res);
    return fastifyRequestHandler({
      router: appRouter,
      req,
      res,
      path: req.params.path,
      maxBatchSize: 10,
      createContext: ({ info }) => ({ ...context, batched: info.calls.length > 1 }),
      onError({ error, path }) {
        if (!toAppError(error) && error.code === 'INTERNAL_SERVER_ERROR') req.log.error({ err: error, path });
      },
    });
  });
}
