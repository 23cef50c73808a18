import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Services } from './context.ts';
import { AppError } from './errors.ts';

/** Headers by which a proxy says for whom it asks. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];
const loopback = /^(::ffff:)?127\.|^::1$/;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whoever knows METRICS_TOKEN; where there is none, programs on this very machine that no proxy stands before. */
function mayRead({ headers, socket }: FastifyRequest, token: string | undefined): boolean {
  if (token) return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
  return loopback.test(socket.remoteAddress ?? '') && !forwarding.some((name) => name in headers);
}

/** /metrics in Prometheus' text format: requests by route and status, the process, the catalog's revision. */
export async function metrics(app: FastifyInstance, { config, db }: Services): Promise<void> {
  const registers = [new Registry()];
  const [register] = registers;
  if (!register) return;
  collectDefaultMetrics({ register });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time until the answer was sent, by the address’s pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  new Gauge({
    name: 'cinematheque_catalog_revision',
    help: 'How often the catalog has changed.',
    registers,
    async collect() {
      this.set(
        await db
          .read<number>(sql`select revision::float8 as j from catalog_revision`)
          .catch(() => Number.NaN),
      );
    },
  });
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    // A pattern, not an address: nothing of a visitor is in it, and there are not many.
    const route = routeOptions.url ?? 'none';
    seconds.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get(`${config.basePath}/metrics`, async (request, reply) => {
    if (!mayRead(request, config.metricsToken)) throw new AppError('NOT_FOUND', 'There is nothing here');
    return reply
      .type(register.contentType)
      .header('cache-control', 'no-store')
      .send(await register.metrics());
  });
}
