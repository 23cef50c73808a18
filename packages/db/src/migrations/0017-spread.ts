import { Migration } from '@mikro-orm/migrations';

/**
 * A session is looked up by its id, so that is what sessions would be spread over machines by; then no other key may be
 * unique (docs/scaling.md). Its number comes from a sequence and is asked for with its user: the index has both.
 */
export class Migration0017Spread extends Migration {
  override name = '0017-spread';

  override up(): void {
    this.addSql('alter table sessions drop constraint sessions_number_key');
    this.addSql('drop index sessions_user');
    this.addSql('create index sessions_user on sessions (user_id, number)');
  }
}
