import { uploadedFile } from '@cinematheque/shared/file';
import sharp from 'sharp';
import { z } from 'zod';
import type { Actor, TestApi } from './api.ts';
import type { Answer } from './http.ts';

export interface Upload {
  bytes: Uint8Array;
  name?: string;
  type?: string;
}

let shade = 0;

/** A picture that is no other's. */
export const picture = (width = 8, height = 12) => {
  shade += 1;
  return sharp({
    create: { width, height, channels: 3, background: { r: shade & 255, g: shade >> 8, b: 0 } },
  });
};

/** The body of a form with these files, as browsers send it. */
export function formOf(files: Upload[], fields: Record<string, string> = {}) {
  const boundary = 'a-boundary-that-is-in-no-picture';
  const parts = [
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...files.flatMap(({ bytes, name = 'still.png', type = 'image/png' }) => [
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n`),
      Buffer.from(`content-type: ${type}\r\n\r\n`),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ];
  return { type: `multipart/form-data; boundary=${boundary}`, payload: Buffer.concat(parts) };
}

/** POST /files as somebody. */
export async function upload(api: TestApi, actor: Actor, ...files: Upload[]): Promise<Answer> {
  const { type, payload } = formOf(files);
  const headers = { ...(await api.cookieOf(actor)), 'content-type': type };
  return api.http.send({ method: 'POST', url: '/files', headers, payload });
}

const uploaded = z.object({ item: z.strictObject(uploadedFile.shape) });

/** The file that an upload made. */
export function fileOf({ status, text }: Answer) {
  if (status !== 200) throw new Error(`Not uploaded: ${text}`);
  return uploaded.parse(JSON.parse(text)).item;
}
