import { item } from '@cinematheque/shared/resource';
import { catalogNameInput, type SystemState, systemState } from '@cinematheque/shared/system';
import { sql } from 'kysely';
import { z } from 'zod';
import { array, instant } from '../json.ts';
import { nameCatalog } from '../settings.ts';
import { adminProcedure } from '../trpc.ts';
import { version } from '../version.ts';

/** What the database knows of the state; the rest is this process's own. */
type Known = Pick<SystemState, 'database' | 'jobs'> & {
  postgres: string;
  schema: string;
  pictures: number;
  bytes: number;
};

const jobs = sql`select json_build_object('name', name, 'endedAt', ${instant('jobs', 'ended_at')},
  'tookMs', took_ms, 'outcome', outcome) as j from jobs order by name`;

export const system = {
  /** The server that answers, and the catalog that it serves, in one statement. */
  state: adminProcedure.output(item(systemState)).query(async ({ ctx }) => {
    const { postgres, schema, pictures, bytes, ...known } = await ctx.db.read<Known>(sql`
      select json_build_object(
        'database', json_build_object('embedded', ${!ctx.config.databaseUrl}::boolean,
          'bytes', pg_database_size(current_database())),
        'jobs', ${array(jobs)},
        'postgres', split_part(current_setting('server_version'), ' ', 1),
        'schema', (select name from migrations order by name desc limit 1),
        'pictures', (select count(*) from files),
        'bytes', (select coalesce(sum(bytes), 0) from files)) as j`);
    return {
      item: {
        ...known,
        catalogName: ctx.settings.catalogName(),
        versions: { cinematheque: version, node: process.versions.node, postgres, schema },
        startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
        storage: { kind: ctx.config.storage, pictures, bytes },
        slow: { fromMs: ctx.slowStatements.fromMs, statements: ctx.slowStatements.list() },
      },
    };
  }),
  /** Names the catalog, on every page from now on. */
  rename: adminProcedure
    .input(z.strictObject({ data: catalogNameInput }))
    .output(item(catalogNameInput))
    .mutation(async ({ ctx, input: { data } }) => {
      const by = { channel: ctx.viewer.token ? 'token' : 'ui', userId: ctx.viewer.id } as const;
      await ctx.db.change(by, (tx) => nameCatalog(tx, data.catalogName));
      return { item: data };
    }),
};
