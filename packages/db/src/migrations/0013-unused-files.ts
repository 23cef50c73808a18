import { Migration } from '@mikro-orm/migrations';

/** Files that nothing shows, and when they go; "infinity" for those that an editor put into the library to stay. */
export class Migration0013UnusedFiles extends Migration {
  override name = '0013-unused-files';

  override up(): void {
    this.addSql(`create table unused_files (
      file_id int primary key references files on delete cascade,
      goes_at timestamptz(3) not null
    )`);
  }
}
