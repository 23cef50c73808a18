import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Services } from '../context.ts';
import { AppError } from '../errors.ts';

const params = z.object({
  id: z.coerce.number().int().min(1).max(2_147_483_647),
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  name: z.string().regex(/^original\.(jpeg|png|webp|avif)$/),
});

interface Found {
  secretKey: string;
  mimeType: string;
  shown: boolean;
}

/** GET /files/:id/:hash/original.:format. Strangers see a file only while something public shows it. */
export async function servedFiles(app: FastifyInstance, { db, sessions, storage }: Services): Promise<void> {
  app.get('/files/:id/:hash/:name', async (request, reply) => {
    const missing = new AppError('NOT_FOUND', 'There is no such picture');
    const asked = params.safeParse(request.params);
    if (!asked.success) throw missing;
    const { id, hash, name } = asked.data;
    const found = await db.read<Found | null>(sql`select (
      select json_build_object('secretKey', f.secret_key, 'mimeType', f.mime_type, 'shown',
        exists (select from movies where poster_file_id = f.id)
        or exists (select from persons where primary_photo_file_id = f.id
          or additional_images @> jsonb_build_array(jsonb_build_object('fileId', f.id)))
        or exists (select from directors where photo_file_id = f.id)
        or exists (select from users where avatar_file_id = f.id))
      from files f where f.id = ${id} and left(f.sha256, 16) = ${hash}
        and split_part(f.mime_type, '/', 2) = ${name.replace('original.', '')}) as j`);
    if (!found) throw missing;
    if (!found.shown) {
      const session = await sessions.read(request.headers.cookie);
      if (!session || session.viewer.role === 'visitor') throw missing;
    }
    const file = await storage.open(found.secretKey);
    if (!file) throw missing;
    return reply
      .header('content-type', found.mimeType)
      .header('content-length', file.size)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('cache-control', found.shown ? 'public, max-age=31536000, immutable' : 'private, no-store')
      .send(file.stream);
  });
}
