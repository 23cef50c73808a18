import { createHash, randomBytes } from 'node:crypto';
import { File } from '@cinematheque/db/entities/file';
import { insertRow } from '@cinematheque/db/repository';
import { uploadedFile } from '@cinematheque/shared/file';
import { limits } from '@cinematheque/shared/text';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Services } from '../context.ts';
import { AppError, invalid } from '../errors.ts';
import { fileUrl } from '../json.ts';
import { inspectImage, MAX_BYTES } from './images.ts';

/** A name for people: no path, no control characters, not too long. It never becomes a path of ours. */
function displayName(given = ''): string {
  const characters = [...given].filter((one) => one.isWellFormed() && !/\p{C}/u.test(one));
  const name = characters
    .join('')
    .replace(/^.*[\\/]/, '')
    .trim();
  return [...name].slice(0, limits.fileName).join('') || 'picture';
}

/** The one picture of a form. */
async function readPicture(request: FastifyRequest): Promise<{ bytes: Buffer; fileName: string }> {
  try {
    // To the form's end, where it shows whether there was a second one.
    let picture: { bytes: Buffer; fileName: string } | undefined;
    for await (const part of request.files()) {
      picture = { bytes: await part.toBuffer(), fileName: displayName(part.filename) };
    }
    if (picture) return picture;
  } catch (error) {
    // This one has a code of its own; what else the parser has to say is for developers.
    if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') throw error;
  }
  throw invalid({ file: 'Choose one picture' });
}

/** POST /files: one picture, from an editor. Answers { item } as `uploadedFile`. */
export async function uploads(app: FastifyInstance, { db, sessions, storage }: Services): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: MAX_BYTES, files: 1, fields: 0, parts: 1, headerPairs: 20 },
  });
  app.post('/files', { bodyLimit: MAX_BYTES + 64 * 1024 }, async (request, reply) => {
    // Who it is comes first: a stranger's bytes are not even read.
    const session = await sessions.read(request.headers.cookie);
    if (!session) throw new AppError('UNAUTHORIZED', 'Sign in first');
    if (session.viewer.role === 'visitor') throw new AppError('FORBIDDEN', 'This is for editors');
    const { bytes, fileName } = await readPicture(request);
    const facts = await inspectImage(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');

    // The same bytes are kept once, however many rows show them.
    const known = await db.read<string | null>(
      sql`select (select secret_key from files where sha256 = ${sha256} limit 1) as j`,
    );
    const secretKey = known ?? randomBytes(24).toString('base64url');
    if (!known) await storage.put(secretKey, bytes);
    const { id } = await db.change(
      { channel: 'ui', userId: session.viewer.id, summary: `Uploaded ${fileName}` },
      (tx) => insertRow(tx, File, { fileName, secretKey, sha256, bytes: bytes.length, ...facts }),
    );
    const item = await db.read(sql`select (select json_build_object('id', f.id, 'fileName', f.file_name,
      'mimeType', f.mime_type, 'width', f.width, 'height', f.height, 'url', ${fileUrl('f')})
      from files f where f.id = ${id}) as j`);
    return reply.send({ item: uploadedFile.parse(item) });
  });
}
