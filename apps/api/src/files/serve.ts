import type { Crop } from '@cinematheque/shared/file';
import { pictureFormats, pictureWidths } from '@cinematheque/shared/picture';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Services } from '../context.ts';
import { AppError } from '../errors.ts';
import { isUsed } from '../file-uses.ts';
import { openVariants, variantsFolder } from './variants.ts';

const file = z.object({
  id: z.coerce.number().int().min(1).max(2_147_483_647),
  hash: z.string().regex(/^[0-9a-f]{16}$/),
});
const made = z.object({
  width: z.literal(pictureWidths.map(String)).transform(Number),
  format: z.enum(pictureFormats),
});

interface Found {
  secretKey: string;
  mimeType: string;
  hash: string;
  crop: Crop | null;
  width: number;
  shown: boolean;
}

const missing = () => new AppError('NOT_FOUND', 'There is no such picture');

/**
 * GET /files/:id/:hash/:width.:format, a picture in one of the sizes that pages use, and .../original.:format, the
 * bytes as they are kept, for editors. Strangers see a picture only while something public shows it.
 */
export async function servedFiles(app: FastifyInstance, services: Services): Promise<void> {
  const { config, storage } = services;
  const variants = openVariants(storage, variantsFolder(config));

  app.get('/files/:id/:hash/:width.:format', async (request, reply) => {
    const asked = made.safeParse(request.params);
    if (!asked.success) {
      const message = `Pictures are ${pictureWidths.join(', ')} wide, as ${pictureFormats.join(' or ')}`;
      throw new AppError('VALIDATION', message, { fields: {} });
    }
    const { width, format } = asked.data;
    const found = await findFile(services, request.params);
    if (!found.shown) await mustBeEditor(services, request);
    const headers = headersOf(`${found.hash}-${width}-${format}`, found.shown);
    if (request.headers['if-none-match'] === headers.etag) return reply.headers(headers).code(304).send();
    const picture = await variants.open(found, width, format);
    if (!picture) throw missing();
    return reply.headers(headers).type(`image/${format}`).send(picture);
  });

  app.get<{ Params: { format: string } }>('/files/:id/:hash/original.:format', async (request, reply) => {
    const found = await findFile(services, request.params);
    await mustBeEditor(services, request);
    if (found.mimeType !== `image/${request.params.format}`) throw missing();
    const headers = headersOf(`${found.hash}-original`, false);
    if (request.headers['if-none-match'] === headers.etag) return reply.headers(headers).code(304).send();
    const bytes = await storage.read(found.secretKey);
    if (!bytes) throw missing();
    return reply.headers(headers).type(found.mimeType).send(bytes);
  });
}

async function findFile({ db }: Services, params: unknown): Promise<Found> {
  const asked = file.safeParse(params);
  if (!asked.success) throw missing();
  const found = await db.read<Found | null>(sql`select (
    select json_build_object('secretKey', f.secret_key, 'mimeType', f.mime_type, 'hash', f.hash, 'crop', f.crop,
      'width', coalesce((f.crop->>'width')::int, f.width), 'shown', ${isUsed(sql`f.id`)})
    from files f where f.id = ${asked.data.id} and f.hash = ${asked.data.hash}) as j`);
  if (!found) throw missing();
  return found;
}

/** To everybody else there is no such picture. */
async function mustBeEditor({ sessions }: Services, { headers }: FastifyRequest): Promise<void> {
  const session = await sessions.read(headers.cookie);
  if (!session || session.viewer.role === 'visitor') throw missing();
}

/** What every picture is sent with: it is never a page, and what everybody may see never changes. */
const headersOf = (tag: string, open: boolean) => ({
  etag: `"${tag}"`,
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': open ? 'public, max-age=31536000, immutable' : 'private, no-cache',
});
