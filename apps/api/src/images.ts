import type { imageTypes } from '@cinematheque/shared/file';
import { limits } from '@cinematheque/shared/limits';
import pLimit from 'p-limit';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { type AppError, invalid } from './errors.ts';

type ImageType = (typeof imageTypes)[number];

/** Largest upload, in bytes. */
export const MAX_BYTES = limits.pictureBytes;
/** Largest picture, in pixels. */
export const MAX_PIXELS = limits.picturePixels;

/**
 * Work on whole pictures, two at a time: each fills memory, and one of the threads that files are read and passwords
 * are checked with.
 */
export const pixelWork = pLimit(2);

/** How each type is written anew when something in it may not be kept: hardly to be told from what was sent. */
const writers: Record<ImageType, (image: Sharp) => Sharp> = {
  'image/jpeg': (image) => image.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }),
  'image/png': (image) => image.png(),
  'image/webp': (image) => image.webp({ quality: 95 }),
  'image/avif': (image) => image.avif({ quality: 80, effort: 2 }),
};

export interface ReadImage {
  /** As sent, or without what a camera has written beside the picture, and turned as it should be seen. */
  bytes: Buffer;
  mimeType: ImageType;
  width: number;
  height: number;
  /** Its average color, as "#rrggbb". */
  color: string;
}

/** Reads a picture as its bytes have it, whatever its name says. Refuses everything but the formats of `imageTypes`. */
export async function readImage(sent: Buffer): Promise<ReadImage> {
  // Of no bytes at all, sharp does not even make a promise.
  const facts = async () => sharp(sent, { limitInputPixels: false }).metadata();
  const found = await facts().catch(() => null);
  const mimeType = found && typeOf(found);
  if (!mimeType) throw refused('This is not a picture that can be kept: JPEG, PNG, WebP or AVIF');
  if ((found.pages ?? 1) > 1) throw refused('This picture moves: choose one that stands still');
  const { width, height } = found.autoOrient;
  if (width * height > MAX_PIXELS) {
    const megapixels = Math.round((width * height) / 100_000) / 10;
    throw refused(`This picture has ${megapixels} megapixels: at most ${MAX_PIXELS / 1_000_000}`);
  }
  if (Math.max(width, height) > limits.pixels) throw refused(`At most ${limits.pixels} pixels on a side`);
  try {
    return await pixelWork(async () => {
      const bytes = isClean(found) ? sent : await rewrite(sent, mimeType);
      return { bytes, mimeType, width, height, color: await averageColor(bytes) };
    });
  } catch {
    throw refused('This picture is damaged: it cannot be read to its end');
  }
}

const refused = (message: string): AppError => invalid({ file: message });

function typeOf({ format, compression }: Metadata): ImageType | null {
  if (format === 'jpeg' || format === 'png' || format === 'webp') return `image/${format}`;
  return format === 'heif' && compression === 'av1' ? 'image/avif' : null;
}

/** Says nothing of where and by whom it was taken, and lies as it should be seen. */
const isClean = ({ exif, xmp, iptc, tifftagPhotoshop, comments, orientation = 1 }: Metadata): boolean =>
  !exif && !xmp && !iptc && !tifftagPhotoshop && !comments?.length && orientation === 1;

// Colors are all that it may tell of itself.
const rewrite = (bytes: Buffer, type: ImageType): Promise<Buffer> =>
  writers[type](sharp(bytes, { limitInputPixels: MAX_PIXELS }).autoOrient().keepIccProfile()).toBuffer();

/** Reads all of the picture, and so finds whether it is whole. */
async function averageColor(bytes: Buffer): Promise<string> {
  const pixel = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'truncated' })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .resize(1, 1, { fit: 'fill', kernel: 'cubic' })
    .removeAlpha()
    .raw()
    .toBuffer();
  return `#${pixel.subarray(0, 3).toString('hex')}`;
}
