import { uploadedFile } from '@cinematheque/shared/file';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Services, Viewer } from '../context.ts';
import { AppError, invalid } from '../errors.ts';
import { fileUrl, imageOf } from '../json.ts';
import { keepPicture, replacePicture } from '../keep-picture.ts';
import { acceptPictures, pictureRoute, readPicture } from '../picture-form.ts';

const place = z.object({ library: z.enum(['true', 'false']).default('false') });
const file = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });

/**
 * POST /files: one picture, from an editor, for the form that he fills in, or, with ?library=true, for the library.
 * POST /files/:id/replace: another picture in a file's place. Both answer { item } as `uploadedFile`.
 */
export async function uploads(app: FastifyInstance, services: Services): Promise<void> {
  await acceptPictures(app);
  app.post('/files', pictureRoute, async (request, reply) => {
    const viewer = await editorOf(services, request);
    const asked = place.safeParse(request.query);
    if (!asked.success) throw invalid({ library: 'true or false' });
    const picture = await readPicture(request);
    const stay = asked.data.library === 'true' ? 'library' : 'form';
    const { id, known } = await keepPicture(services, viewer, picture, stay);
    return reply.send({ item: await readUploaded(services, id, known) });
  });

  app.post('/files/:id/replace', pictureRoute, async (request, reply) => {
    const viewer = await editorOf(services, request);
    const asked = file.safeParse(request.params);
    if (!asked.success) throw new AppError('NOT_FOUND', 'There is no such file (any more)');
    const picture = await readPicture(request);
    await replacePicture(services, viewer, asked.data.id, picture);
    return reply.send({ item: await readUploaded(services, asked.data.id, false) });
  });
}

/** Who it is comes first: a stranger's bytes are not even read. */
async function editorOf({ apiTokens, sessions }: Services, request: FastifyRequest): Promise<Viewer> {
  const { authorization, cookie } = request.headers;
  const viewer = (await apiTokens.read(authorization)) ?? (await sessions.read(cookie))?.viewer;
  if (!viewer) throw new AppError('UNAUTHORIZED', 'Sign in first');
  if (viewer.role === 'visitor') throw new AppError('FORBIDDEN', 'This is for editors');
  if (viewer.token === 'read') throw new AppError('FORBIDDEN', 'This token may only read');
  return viewer;
}

async function readUploaded({ db }: Services, id: number, known: boolean) {
  const item = await db.read(sql`select (select json_build_object('id', f.id, 'fileName', f.file_name,
    'mimeType', f.mime_type, 'width', f.width, 'height', f.height, 'url', ${fileUrl('f')},
    'picture', ${imageOf('f')}, 'known', ${known}::boolean) from files f where f.id = ${id}) as j`);
  return uploadedFile.parse(item);
}
