import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

/** The server's address with another database. */
export function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs statements on a connection of their own, one transaction each; gives the rows of the last. */
export async function onServer(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/**
 * Drops a database. Autovacuum belongs to the superuser, so while it is at work in there the embedded server's own
 * role may not end it: then again in a moment, for ten seconds at most.
 */
export async function dropDatabase(server: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await onServer(server, `drop database if exists ${name} with (force)`);
      return;
    } catch (error) {
      const vacuuming = error instanceof Error && error.message.includes('permission denied to terminate');
      if (!vacuuming || tries === 50) throw error;
      await setTimeout(200);
    }
  }
}
