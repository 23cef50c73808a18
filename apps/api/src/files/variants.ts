import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Crop } from '@cinematheque/shared/file';
import { type PictureFormat, pictureWidths } from '@cinematheque/shared/picture';
import sharp from 'sharp';
import type { Config } from '../config.ts';
import type { Storage } from '../context.ts';
import { AppError } from '../errors.ts';
import { MAX_PIXELS, pixelWork } from '../images.ts';

/** Pictures that may wait to be made. */
const QUEUE = 500;

/** The most that a phone loads for one poster, in bytes, and the widest that it asks for. */
const PHONE_BYTES = 25_000;
const PHONE_WIDTH = 512;

/** A picture as it is kept, and what of it is shown. */
export interface Original {
  secretKey: string;
  /** Names these bytes with this crop. */
  hash: string;
  crop: Crop | null;
  /** Of what is shown, in pixels. */
  width: number;
}

export const variantsFolder = ({ dataDir }: Config): string => join(dataDir, 'cache', 'pictures');

/**
 * Pictures in the sizes and formats that pages use, each made when it is first asked for and kept in a folder of this
 * machine: whatever the storage is, it holds originals only, and the folder may be emptied at any time.
 */
export function openVariants(storage: Storage, folder: string) {
  const underway = new Map<string, Promise<Buffer | null>>();

  async function make(original: Original, width: number, format: PictureFormat, path: string) {
    const bytes = await storage.read(original.secretKey);
    if (!bytes) return null;
    const made = await encode(bytes, original, width, format);
    await keep(path, made);
    return made;
  }

  return {
    /** The picture in one of `pictureWidths` (an original that is smaller stays as it is); null when its bytes are gone. */
    async open(original: Original, width: number, format: PictureFormat): Promise<Buffer | null> {
      const wanted = Math.min(width, original.width);
      const listed = pictureWidths.find((one) => one >= wanted) ?? pictureWidths[0];
      const path = join(folder, original.hash.slice(0, 2), original.hash, `${listed}.${format}`);
      const kept = await readFile(path).catch(() => null);
      if (kept) return kept;
      const making = underway.get(path);
      if (making) return making;
      if (pixelWork.pendingCount >= QUEUE) {
        throw new AppError('SERVICE_UNAVAILABLE', 'Many pictures are being made. Try again in a moment.', {
          retryAfter: 5,
        });
      }
      const made = pixelWork(() => make(original, listed, format, path)).finally(() => underway.delete(path));
      underway.set(path, made);
      return made;
    },
  };
}

async function encode(
  bytes: Uint8Array,
  { crop }: Original,
  width: number,
  format: PictureFormat,
): Promise<Buffer> {
  const whole = sharp(bytes, { limitInputPixels: MAX_PIXELS }).autoOrient();
  const shown = crop ? whole.extract(crop) : whole;
  const sized = shown.resize({ width, withoutEnlargement: true });
  // Large ones are for screens with so many pixels that nobody sees a single one.
  const dense = width > 384;
  const [avif, webp] = dense ? [42, 62] : [50, 74];
  for (let less = 0; ; less += 12) {
    const made = await (format === 'avif'
      ? sized.clone().avif({ quality: avif - less, effort: 3 })
      : sized.clone().webp({ quality: webp - less })
    ).toBuffer();
    if (made.length <= PHONE_BYTES || width > PHONE_WIDTH || less === 24) return made;
  }
}

/** Under its name only when whole. A full disk is no reason not to show the picture. */
async function keep(path: string, bytes: Buffer): Promise<void> {
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(part, bytes);
    await rename(part, path);
  } catch {
    // It is made again when it is asked for again.
  }
}
