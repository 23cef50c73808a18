import type { imageTypes } from '@cinematheque/shared/file';
import { limits } from '@cinematheque/shared/limits';
import { sizeOf } from './size.ts';

type ImageType = (typeof imageTypes)[number];

/** The type as the bytes have it, whatever the name says; null for what is not kept. */
export function typeOfBytes(bytes: Uint8Array): ImageType | null {
  const text = String.fromCharCode(...bytes.subarray(0, 32));
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  return text.slice(4, 8) === 'ftyp' && text.slice(8).includes('avif') ? 'image/avif' : null;
}

/** Why a file need not even be sent; null when the server may look at it. */
export async function refusalOf(file: Blob): Promise<string | null> {
  if (file.size > limits.pictureBytes) {
    return `This file has ${sizeOf(file.size)}: at most ${sizeOf(limits.pictureBytes)}`;
  }
  const head = new Uint8Array(await file.slice(0, 32).arrayBuffer());
  if (!typeOfBytes(head)) return 'This is not a picture that can be kept: JPEG, PNG, WebP or AVIF';
  const pixels = await pixelsOf(file);
  if (!pixels) return 'This picture is damaged: it cannot be read';
  const { width, height } = pixels;
  if (width * height <= limits.picturePixels) return null;
  const megapixels = Math.round((width * height) / 100_000) / 10;
  return `This picture has ${megapixels} megapixels: at most ${limits.picturePixels / 1_000_000}`;
}

/** Read from the picture's beginning: it is not unpacked for that. */
function pixelsOf(file: Blob): Promise<{ width: number; height: number } | null> {
  const url = URL.createObjectURL(file);
  const picture = new Image();
  const read = new Promise<{ width: number; height: number } | null>((resolve) => {
    picture.onload = () => resolve({ width: picture.naturalWidth, height: picture.naturalHeight });
    picture.onerror = () => resolve(null);
  });
  picture.src = url;
  return read.finally(() => URL.revokeObjectURL(url));
}
