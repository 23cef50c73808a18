import type { Transaction } from '@cinematheque/db/change';
import type { Database } from '@cinematheque/db/open';
import { sql } from 'kysely';
import type { Settings } from './context.ts';

const read = (db: Database) => db.read<string>(sql`select catalog_name as j from settings`);

/** The catalog's settings, at hand for every page. What another server sets is seen when the catalog's revision moves. */
export async function openSettings(db: Database): Promise<Settings> {
  let name = await read(db);
  db.watch().onMove(() => {
    read(db).then(
      (now) => {
        name = now;
      },
      // Away for the moment: the name stays what it was.
      () => {},
    );
  });
  return { catalogName: () => name };
}

/** Names the catalog, within a change; its revision moves, so that every page is made anew. */
export async function nameCatalog(tx: Transaction, name: string): Promise<void> {
  await tx.execute('update settings set catalog_name = ?', [name]);
  await tx.execute('select catalog_changed()');
}
