import { knownFile, type pictureFields } from '@cinematheque/shared/file';
import { items } from '@cinematheque/shared/resource';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { array, fileUrl, imageOf } from '../json.ts';
import { editorProcedure } from '../trpc.ts';

/** Whether a field shows the file f. */
const shows: Record<(typeof pictureFields)[number], RawBuilder<unknown>> = {
  posterFileId: sql`select from movies where poster_file_id = f.id`,
  photoFileId: sql`select from directors where photo_file_id = f.id`,
  primaryPhotoFileId: sql`select from persons where primary_photo_file_id = f.id`,
  avatarFileId: sql`select from users where avatar_file_id = f.id`,
};

/** `known`: the files that have these very bytes, so that they are offered instead of being sent again. */
export const knownFiles = editorProcedure
  .input(z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/, 'A SHA-256 in hexadecimal') }))
  .output(items(knownFile))
  .query(async ({ ctx, input }) => {
    const taken = Object.entries(shows).map(
      ([field, used]) => sql`select ${sql.lit(field)}::text as j where exists (${used})`,
    );
    return {
      items: await ctx.db.read(
        sql`select ${array(sql`select json_build_object('id', f.id,
        'fileName', f.file_name, 'mimeType', f.mime_type, 'width', f.width, 'height', f.height,
        'url', ${fileUrl('f')}, 'picture', ${imageOf('f')}, 'known', true,
        'taken', ${array(sql.join(taken, sql` union all `))}) as j
        from files f where f.sha256 = ${input.sha256} order by f.id limit 20`)} as j`,
      ),
    };
  });
