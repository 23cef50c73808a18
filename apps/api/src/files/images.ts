import type { imageTypes } from '@cinematheque/shared/file';
import sharp from 'sharp';
import { AppError } from '../errors.ts';

/** Largest upload, in bytes. */
export const MAX_BYTES = 20 * 1024 * 1024;
/** Largest picture, in pixels: a small file can unpack to gigabytes. */
export const MAX_PIXELS = 50_000_000;

const types = new Map<string, (typeof imageTypes)[number]>([
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
  ['heif', 'image/avif'],
]);

export interface ImageFacts {
  mimeType: (typeof imageTypes)[number];
  width: number;
  height: number;
}

/** What a picture really is, read from its bytes. Refuses everything but the formats of `imageTypes`. */
export async function inspectImage(bytes: Buffer): Promise<ImageFacts> {
  const refused = (message: string) => new AppError('VALIDATION', message, { fields: { file: message } });
  // No failOn for what a decoder can forgive: only the header is read here.
  const read = async () => sharp(bytes, { limitInputPixels: MAX_PIXELS }).metadata();
  const found = await read().catch(() => null);
  const mimeType = types.get(found?.format ?? '');
  if (
    !found?.width ||
    !found.height ||
    !mimeType ||
    (found.format === 'heif' && found.compression !== 'av1')
  ) {
    throw refused('This is not a picture that can be kept: JPEG, PNG, WebP or AVIF');
  }
  if (found.width * found.height > MAX_PIXELS || (found.pages ?? 1) > 1) {
    throw refused(`At most ${MAX_PIXELS / 1_000_000} megapixels, and no animation`);
  }
  return { mimeType, width: found.width, height: found.height };
}
