import { Migration } from '@mikro-orm/migrations';

/** How complete the catalog was at the end of each day (UTC), in percent; null where there was nothing to complete. */
export class Migration0016Completeness extends Migration {
  override name = '0016-completeness';

  override up(): void {
    this.addSql(`create table completeness (
      day date primary key,
      movies numeric(5, 2),
      persons numeric(5, 2),
      directors numeric(5, 2)
    )`);
  }
}
