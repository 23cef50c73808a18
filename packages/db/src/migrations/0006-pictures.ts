import { Migration } from '@mikro-orm/migrations';
import { touchTrigger } from './change-log-triggers.ts';

/**
 * What showing a picture needs: a color until it has loaded, what part of it is shown, and what must stay in sight.
 * `hash` names exactly this picture, so far as anybody sees it: another crop has another address.
 */
export class Migration0006Pictures extends Migration {
  override name = '0006-pictures';

  override up(): void {
    this.addSql(`alter table files
      add color varchar(7) not null default '#8a8378' check (color ~ '^#[0-9a-f]{6}$'),
      add crop jsonb,
      add focal_point jsonb,
      add hash text collate "C" generated always as (left(md5(
        sha256 || coalesce(crop::text, '') || '/' || coalesce(focal_point::text, '')), 16)) stored`);
    // "is true": of a key that is missing, a comparison knows nothing, and a check lets that pass.
    this.addSql(`alter table files
      add constraint files_crop_check check (crop is null or (
        (crop->>'left')::int >= 0 and (crop->>'width')::int > 0
        and (crop->>'left')::int <= width - (crop->>'width')::int
        and (crop->>'top')::int >= 0 and (crop->>'height')::int > 0
        and (crop->>'top')::int <= height - (crop->>'height')::int) is true),
      add constraint files_focal_point_check check (focal_point is null or (
        (focal_point->>'x')::int between 0 and width
        and (focal_point->>'y')::int between 0 and height) is true)`);
    this.addSql(touchTrigger('files'));
    this.addSql('create index files_bytes on files (bytes, id)');
  }
}
