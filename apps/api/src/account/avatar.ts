import { createHash, randomBytes } from 'node:crypto';
import { select, type Transaction } from '@cinematheque/db/change';
import { File } from '@cinematheque/db/entities/file';
import { User } from '@cinematheque/db/entities/user';
import { insertRow, updateRow } from '@cinematheque/db/repository';
import { image as imageRow } from '@cinematheque/shared/refs';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import sharp from 'sharp';
import type { Services } from '../context.ts';
import { AppError } from '../errors.ts';
import { pixelWork, readImage } from '../images.ts';
import { image } from '../json.ts';
import { acceptPictures, pictureRoute, readPicture } from '../picture-form.ts';
import { byViewer } from '../records.ts';
import { dropUnusedBytes } from '../unused-bytes.ts';

/** Width and height of a portrait as it is kept: the largest place it has, twice as sharp. */
const SIZE = 512;

/** POST /account/avatar: one picture, cropped to a square where there is most to see. Answers { item } as `image`. */
export async function avatarUpload(app: FastifyInstance, services: Services): Promise<void> {
  const { db, sessions, storage } = services;
  await acceptPictures(app);
  app.post('/account/avatar', pictureRoute, async (request, reply) => {
    // Who it is comes first: a stranger's bytes are not even read.
    const session = await sessions.read(request.headers.cookie);
    if (!session) throw new AppError('UNAUTHORIZED', 'Sign in first');
    const { viewer } = session;
    const sent = await readImage((await readPicture(request)).bytes);
    const { bytes, ...facts } = await readImage(await pixelWork(() => square(sent.bytes)));

    const secretKey = randomBytes(24).toString('base64url');
    await storage.put(secretKey, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const gone = await db.change(byViewer(viewer, 'Changed the own portrait'), async (tx) => {
      const taken = await takeAvatar(tx, viewer.id);
      // Not the name that it had on somebody's disk: the log keeps file names.
      const file = await insertRow(tx, File, {
        ...{ fileName: 'avatar.webp', secretKey, sha256, bytes: bytes.length },
        ...facts,
      });
      await updateRow(tx, User, { id: viewer.id }, { avatarFileId: file.id });
      return taken;
    });
    await dropUnusedBytes(services, gone);
    const item = await db.read(
      sql`select (select ${image('u', 'avatar_file_id')} from users u where u.id = ${viewer.id}) as j`,
    );
    return reply.send({ item: imageRow.parse(item) });
  });
}

/** The part of a picture where there is most to see. */
const square = (bytes: Buffer): Promise<Buffer> =>
  sharp(bytes).resize(SIZE, SIZE, { fit: 'cover', position: 'attention' }).webp({ quality: 84 }).toBuffer();

/** Takes an account's portrait away, with its file; gives the key of the bytes, for `dropUnusedBytes`. */
export async function takeAvatar(tx: Transaction, userId: number): Promise<string[]> {
  // Locked, so that of two uploads at once the later takes the earlier one's.
  const [user] = await select(
    tx,
    sql<{
      fileId: number | null;
    }>`select avatar_file_id as "fileId" from users where id = ${userId} for update`,
  );
  if (!user?.fileId) return [];
  await updateRow(tx, User, { id: userId }, { avatarFileId: null });
  const files = await select(
    tx,
    sql<{ key: string }>`delete from files where id = ${user.fileId} returning secret_key as key`,
  );
  return files.map(({ key }) => key);
}
