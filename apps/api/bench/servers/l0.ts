import Fastify from 'fastify';
import { constantAnswer } from './constant-answer.ts';

/** L0: what Fastify itself can do. A constant answer of about 10 KB, no database. */
const body = JSON.stringify({ result: { data: constantAnswer } });
const app = Fastify();
app.get('/constant', (_request, reply) => {
  reply.header('content-type', 'application/json; charset=utf-8').send(body);
});
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
