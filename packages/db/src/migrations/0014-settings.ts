import { Migration } from '@mikro-orm/migrations';

/** What an administrator sets for the whole catalog, and the link by which the first one does. */
export class Migration0014Settings extends Migration {
  override name = '0014-settings';

  override up(): void {
    this.addSql(`create table settings (
      catalog_name varchar(60) not null check (catalog_name <> ''),
      only_row boolean primary key default true check (only_row)
    )`);
    this.addSql(`insert into settings (catalog_name) values ('Cinematheque')`);
    this.addSql(`alter table account_tokens drop constraint account_tokens_purpose_check,
      add constraint account_tokens_purpose_check check (purpose in ('reset', 'verify', 'setup'))`);
  }
}
