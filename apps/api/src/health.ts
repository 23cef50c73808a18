import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Services } from './context.ts';

/** /healthz: this process answers. /readyz: what it needs answers too. */
export async function health(app: FastifyInstance, { db, storage }: Services): Promise<void> {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const ok = (work: Promise<unknown>) =>
      work.then(
        () => 'ok',
        () => 'unavailable',
      );
    const checks = {
      database: await ok(db.read(sql`select 1 as j`)),
      storage: await ok(storage.check()),
    };
    const ready = Object.values(checks).every((state) => state === 'ok');
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable', ...checks });
  });
}
