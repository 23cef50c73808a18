import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Services } from './context.ts';

/** Settles when the schema is this release's: not before a migration has run, and not after a newer release's. */
async function checkSchema(db: Services['db']): Promise<void> {
  const { pending, unknown } = await db.schemaState();
  if (pending.length || unknown.length) throw new Error('The schema is that of another release');
}

/** /healthz: this process answers. /readyz: what it needs answers too. */
export async function health(app: FastifyInstance, { db, storage }: Services): Promise<void> {
  app.get('/healthz', async () => ({ status: 'ok' }));

  const check = async () => ({
    database: await stateOf(db.read(sql`select 1 as j`)),
    migrations: await stateOf(checkSchema(db)),
    storage: await stateOf(storage.check()),
  });
  /** One check for all who ask meanwhile: strangers may ask, and must not be able to keep the database busy. */
  let underway: ReturnType<typeof check> | null = null;
  app.get('/readyz', async (_request, reply) => {
    underway ??= check().finally(() => {
      underway = null;
    });
    const checks = await underway;
    const ready = Object.values(checks).every((state) => state === 'ok');
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable', ...checks });
  });
}

const stateOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok' as const,
    () => 'unavailable' as const,
  );
