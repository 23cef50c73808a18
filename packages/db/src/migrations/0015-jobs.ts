import { Migration } from '@mikro-orm/migrations';

/** How work that recurs ended the last time: a row for each kind of it. */
export class Migration0015Jobs extends Migration {
  override name = '0015-jobs';

  override up(): void {
    this.addSql(`create table jobs (
      name varchar(40) primary key,
      ended_at timestamptz(3) not null default now(),
      took_ms int not null check (took_ms >= 0),
      outcome varchar(300)
    )`);
  }
}
