import { Migration0001Text } from './0001-text.ts';
import { Migration0002Catalog } from './0002-catalog.ts';
import { Migration0003Accounts } from './0003-accounts.ts';
import { Migration0004ChangeLog } from './0004-change-log.ts';

/** All migrations in their order. A released one is never changed: add the next. */
export const migrations = [
  Migration0001Text,
  Migration0002Catalog,
  Migration0003Accounts,
  Migration0004ChangeLog,
];
