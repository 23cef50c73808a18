import { select } from '@cinematheque/db/change';
import { File } from '@cinematheque/db/entities/file';
import { fileBulk, fileInput, fileListFields, fileRow } from '@cinematheque/shared/file';
import { filterOf } from '@cinematheque/shared/filter';
import { pageInput } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { bulkOf } from '../bulk.ts';
import { crud, kindOf } from '../crud.ts';
import { useCount } from '../file-uses.ts';
import { fileUrl, imageOf, instant, originalUrl } from '../json.ts';
import { and, sortBy } from '../page.ts';
import { byViewer, refuseUsed, rowsOf } from '../records.ts';
import { editorProcedure } from '../trpc.ts';
import { dropUnusedBytes } from '../unused-bytes.ts';
import { knownFiles } from './known-files.ts';
import { directorsOf, moviesOf, nameOf, personsOf, usersOf } from './uses.ts';

const resource = {
  entity: File,
  noun: 'file',
  input: fileInput,
  row: fileRow,
  fields: fileListFields,
  computed: {
    url: fileUrl('t'),
    original: originalUrl('t'),
    picture: imageOf('t'),
    uses: useCount(sql`t.id`),
    copies: sql`(select count(*) - 1 from files c where c.sha256 = t.sha256)`,
    goesAt: sql`(select case when isfinite(u.goes_at) then ${instant('u', 'goes_at')} end
      from unused_files u where u.file_id = t.id)`,
  },
  join: sql`cross join lateral (select fold(t.file_name) as folded) named`,
  search: 'named.folded',
  sort: {
    fileName: (down: boolean) => ({
      by: sql`fold(t.file_name)`,
      name: 't.file_name',
      type: 'text' as const,
      descending: down,
    }),
    bytes: (down: boolean) => sortBy.int('t.bytes', down),
    createdAt: (down: boolean) => sortBy.instant('t.created_at', down),
  },
  defaultSort: ['-createdAt'],
  label: sql`t.file_name`,
  hint: sql`t.width || ' × ' || t.height`,
  photo: imageOf('t'),
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
  ...bulkOf(resource, fileBulk),
  known: knownFiles,
  /** How much room the files of a list take. */
  size: editorProcedure
    .input(z.strictObject({ q: pageInput.q, filter: filterOf(fileListFields).optional() }).default({}))
    .output(z.object({ files: z.int(), bytes: z.int() }))
    .query(({ ctx, input }) =>
      ctx.db.read(sql`select json_build_object('files', count(*), 'bytes', coalesce(sum(t.bytes), 0)) as j
        from files t ${resource.join} ${and(rowsOf(ctx.db, kind, input))}`),
    ),
  remove: editorProcedure
    .input(z.strictObject({ ids: z.array(id).min(1).max(1000) }))
    .output(z.object({ removed: z.int() }))
    .mutation(async ({ ctx, input: { ids } }) => {
      const gone = await ctx.db.change(byViewer(ctx.viewer, `Deleted ${ids.length} file`), async (tx) => {
        await refuseUsed(tx, kind, ids);
        return select(
          tx,
          sql<{ key: string }>`delete from files where id = any(${ids}::int[]) returning secret_key as key`,
        );
      });
      await dropUnusedBytes(
        ctx,
        gone.map(({ key }) => key),
      );
      return { removed: gone.length };
    }),
};
