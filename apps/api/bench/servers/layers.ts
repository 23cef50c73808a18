import { movieCard } from '@cinematheque/shared/movie-card';
import { page } from '@cinematheque/shared/resource';
import { initTRPC } from '@trpc/server';
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import Fastify from 'fastify';
import { constantAnswer } from './constant-answer.ts';

/** The constant answer of L0 again, each route with one layer more of those that our server has. */
const t = initTRPC.create();
const router = t.router({
  constant: t.procedure.query(() => constantAnswer),
  parsed: t.procedure.output(page(movieCard)).query(() => constantAnswer),
});

const app = Fastify();
app.get('/serialized', (_request, reply) => {
  const body = JSON.stringify({ result: { data: constantAnswer } });
  reply.header('content-type', 'application/json; charset=utf-8').send(body);
});
app.get<{ Params: { path: string } }>('/trpc/:path', (req, res) =>
  fastifyRequestHandler({ router, req, res, path: req.params.path, createContext: () => ({}) }),
);
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
