import { File } from '@cinematheque/db/entities/file';
import { fileInput, fileRow } from '@cinematheque/shared/file';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { crud, kindOf } from '../crud.ts';
import { fileUrl } from '../json.ts';
import { sortBy } from '../page.ts';
import { removeRecords } from '../records.ts';
import { editorProcedure } from '../trpc.ts';
import { directorsOf, moviesOf, nameOf, personsOf, usersOf } from './uses.ts';

const resource = {
  entity: File,
  noun: 'file',
  input: fileInput,
  row: fileRow,
  computed: {
    url: fileUrl('t'),
    uses: sql`(select count(*) from (
      select id from movies where poster_file_id = t.id union all
      select id from directors where photo_file_id = t.id union all
      select id from users where avatar_file_id = t.id union all
      select id from persons where primary_photo_file_id = t.id
        or additional_images @> jsonb_build_array(jsonb_build_object('fileId', t.id))) u)`,
  },
  join: sql`cross join lateral (select fold(t.file_name) as folded) named`,
  search: 'named.folded',
  sort: {
    createdAt: (down: boolean) => sortBy.instant('t.created_at', down),
  },
  defaultSort: ['-createdAt'],
  label: sql`t.file_name`,
  hint: sql`t.width || ' × ' || t.height`,
  uses: [
    moviesOf(
      (ids) => sql`select m.poster_file_id, m.id, m.title from movies m where m.poster_file_id = any(${ids})`,
    ),
    personsOf(
      (ids) => sql`select f.id, p.id, ${nameOf('p')} from unnest(${ids}) f(id) join persons p
      on p.primary_photo_file_id = f.id
      or p.additional_images @> jsonb_build_array(jsonb_build_object('fileId', f.id))`,
    ),
    directorsOf(
      (ids) => sql`select d.photo_file_id, d.id, ${nameOf('d')} from directors d
      where d.photo_file_id = any(${ids})`,
    ),
    usersOf(
      (ids) =>
        sql`select u.avatar_file_id, u.id, u.username from users u where u.avatar_file_id = any(${ids})`,
    ),
  ],
};
const kind = kindOf(resource);
const { create: _, ...procedures } = crud(resource);

/** Files are made by POST /files only, so there is no create. The bytes go with the last row that has them. */
export const files = {
  ...procedures,
  remove: editorProcedure
    .input(z.strictObject({ ids: z.array(id).min(1).max(1000) }))
    .output(z.object({ removed: z.int() }))
    .mutation(async ({ ctx, input: { ids } }) => {
      const keys = await ctx.db.read<string[]>(
        sql`select (select coalesce(json_agg(secret_key), '[]') from files where id = any(${ids}::int[])) as j`,
      );
      const removed = await removeRecords(
        ctx.db,
        kind,
        ids.map((id) => ({ id })),
        ctx.viewer,
      );
      const orphaned = await ctx.db.read<string[]>(sql`select (select coalesce(json_agg(k), '[]')
        from unnest(${keys}::text[]) k where not exists (select from files f where f.secret_key = k)) as j`);
      await Promise.all(orphaned.map((key) => ctx.storage.remove(key)));
      return { removed };
    }),
};
