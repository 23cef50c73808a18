import { Migration } from '@mikro-orm/migrations';

/** Pickers offer names that begin as typed, in order: an index on the folded name itself, where lists have none. */
export class Migration0009Pickers extends Migration {
  override name = '0009-pickers';

  override up(): void {
    this.addSql('create index movies_folded on movies (title_folded, id)');
    this.addSql('create index persons_folded on persons (name_folded, id)');
    this.addSql('create index directors_folded on directors (name_folded, id)');
  }
}
