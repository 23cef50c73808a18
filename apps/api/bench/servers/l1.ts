import Fastify, { type FastifyReply } from 'fastify';
import pg from 'pg';
import { z } from 'zod';
import { statements } from './statements.ts';

/**
 * L1: what a database round trip allows. One prepared statement per request; PostgreSQL builds the same JSON as our
 * procedure answers, and the text is passed on unread. No session is looked up and no input checked.
 */
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  // As our own connections have it, so that a search finds the same.
  options: '-c pg_trgm.word_similarity_threshold=0.45',
});
const app = Fastify();

async function answer(reply: FastifyReply, name: keyof typeof statements, values: unknown[]) {
  const { rows } = await pool.query<{ j: string }>({ name, text: statements[name], values });
  reply.header('content-type', 'application/json; charset=utf-8');
  return rows[0]?.j;
}

const filter = z.object({
  genres: z.string(),
  from: z.string(),
  to: z.string(),
  date: z.string().optional(),
  id: z.string().optional(),
});

app.get('/movies', (_request, reply) => answer(reply, 'list', []));
app.get('/movies-with-total', (_request, reply) => answer(reply, 'listWithTotal', []));
app.get<{ Params: { id: string } }>('/movies/:id', ({ params }, reply) => answer(reply, 'get', [params.id]));
app.get('/filtered', ({ query }, reply) => {
  const { genres, from, to, date, id } = filter.parse(query);
  const values = [`{${genres}}`, `${from}-01-01`, `${to}-12-31`];
  return date ? answer(reply, 'filteredAfter', [...values, date, id]) : answer(reply, 'filtered', values);
});
app.get<{ Querystring: { q: string } }>('/title', ({ query }, reply) => answer(reply, 'title', [query.q]));
app.get<{ Querystring: { q: string } }>('/search', ({ query }, reply) => answer(reply, 'search', [query.q]));
app.post('/movies', ({ body }, reply) => answer(reply, 'create', [JSON.stringify(body)]));
app.patch('/movies', ({ body }, reply) => answer(reply, 'update', [JSON.stringify(body)]));

console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
