import { Migration } from '@mikro-orm/migrations';

/**
 * Which revision each change of the catalog made. Until now the mark of a commit was deleted once it was counted; now
 * it stays, with its number: whoever follows the catalog reads the changes since a revision in the order of their
 * commits, which is not that of their ids.
 */
export class Migration0010Live extends Migration {
  override name = '0010-live';

  override up(): void {
    this.addSql('alter table catalog_commits add column revision bigint');
    this.addSql('create unique index catalog_commits_revision on catalog_commits (revision)');
    this.addSql(`create or replace function count_revision() returns trigger language plpgsql as $$
      declare seen timestamptz; r bigint;
      begin
        select notified_at into seen from catalog_revision for update;
        update catalog_revision set revision = revision + 1,
          notified_at = case when seen < clock_timestamp() - interval '100 ms' then clock_timestamp() else seen end
        returning revision into r;
        if seen < clock_timestamp() - interval '100 ms' then perform pg_notify('catalog', r::text); end if;
        update catalog_commits set revision = r where change_id = new.change_id;
        return null;
      end $$`);
  }
}
