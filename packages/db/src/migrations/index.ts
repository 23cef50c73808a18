import { Migration0001Text } from './0001-text.ts';
import { Migration0002Catalog } from './0002-catalog.ts';
import { Migration0003Accounts } from './0003-accounts.ts';
import { Migration0004ChangeLog } from './0004-change-log.ts';
import { Migration0005AccountTokens } from './0005-account-tokens.ts';
import { Migration0006Pictures } from './0006-pictures.ts';
import { Migration0007CatalogPages } from './0007-catalog-pages.ts';
import { Migration0008Lists } from './0008-lists.ts';
import { Migration0009Pickers } from './0009-pickers.ts';
import { Migration0010Live } from './0010-live.ts';
import { Migration0011Search } from './0011-search.ts';
import { Migration0012ApiTokens } from './0012-api-tokens.ts';
import { Migration0013UnusedFiles } from './0013-unused-files.ts';
import { Migration0014Settings } from './0014-settings.ts';
import { Migration0015Jobs } from './0015-jobs.ts';
import { Migration0016Completeness } from './0016-completeness.ts';
import { Migration0017Spread } from './0017-spread.ts';
import { Migration0018KnownFor } from './0018-known-for.ts';

/** All migrations in their order. A released one is never changed: add the next. */
export const migrations = [
  Migration0001Text,
  Migration0002Catalog,
  Migration0003Accounts,
  Migration0004ChangeLog,
  Migration0005AccountTokens,
  Migration0006Pictures,
  Migration0007CatalogPages,
  Migration0008Lists,
  Migration0009Pickers,
  Migration0010Live,
  Migration0011Search,
  Migration0012ApiTokens,
  Migration0013UnusedFiles,
  Migration0014Settings,
  Migration0015Jobs,
  Migration0016Completeness,
  Migration0017Spread,
  Migration0018KnownFor,
];
