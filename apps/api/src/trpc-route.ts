import type { TRPCError } from '@trpc/server';
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { auditIn } from './audit.ts';
import type { Context, Services } from './context.ts';
import { toAppError } from './errors.ts';
import { shareWithOrigins } from './origin.ts';
import { createPublicReads, isSame, publicCallOf } from './public-reads.ts';
import { appRouter } from './router.ts';

/** Who asks, from the request's token or cookie. The site's server-side rendering makes its context here too. */
export async function createContext(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Context> {
  const byToken = await services.apiTokens.read(request.headers.authorization);
  const session = byToken ? null : await services.sessions.read(request.headers.cookie);
  const setHeader = (name: string, value: string) => void reply.header(name, value);
  if (session?.renewed) setHeader('set-cookie', session.renewed);
  const viewer = byToken ?? session?.viewer ?? null;
  return {
    ...services,
    viewer,
    sessionId: session?.sessionId ?? null,
    caller: { address: request.ip, userAgent: request.headers['user-agent'] ?? null },
    requestId: request.id,
    audit: auditIn(request.log, { userId: viewer?.id ?? null, address: request.ip }),
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
  const read = createPublicReads(services);
  app.all<{ Params: { path: string } }>('/trpc/:path', async (req, res) => {
    const onError = ({ error, path }: { error: TRPCError; path: string | undefined }) => {
      if (!toAppError(error) && error.code === 'INTERNAL_SERVER_ERROR') req.log.error({ err: error, path });
    };
    const call = publicCallOf(req);
    if (call) {
      const answer = await read(call, req.id, (error, path) => onError({ error, path }));
      res.headers(answer.headers);
      return isSame(req.headers['if-none-match'], answer)
        ? res.code(304).send()
        : res.code(answer.status).send(answer.body);
    }
    // Whoever asks is part of the answer.
    res.header('cache-control', 'private, no-store');
    // Before tRPC, which would answer 500 to whatever keeps a context from being made.
    const context = await createContext(services, req, res);
    return fastifyRequestHandler({
      router: appRouter,
      req,
      res,
      path: req.params.path,
      maxBatchSize: 10,
      createContext: ({ info }) => ({ ...context, batched: info.calls.length > 1 }),
      onError,
    });
  });
}
