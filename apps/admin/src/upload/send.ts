import { type UploadedFile, uploadedFile } from '@cinematheque/shared/file';
import { z } from 'zod';
import { fromRoot } from '../base-path.ts';
import { acrossSessions } from '../session/across.ts';
import { sessionEnded } from '../session/ended.ts';

const answer = z.object({ item: uploadedFile });
const refusal = z.object({ error: z.object({ message: z.string() }) });

function read<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export interface SendOptions {
  /** Hears of it from 0 to 1. */
  onProgress: (part: number) => void;
  signal: AbortSignal;
  /** A file whose bytes these replace; else they make a new one. */
  replaces?: number | undefined;
  /** It is to stay in the library, though nothing shows it yet. */
  library?: boolean | undefined;
}

/** Sends a picture to the library. Throws an Error in words for people; an ended session only makes it wait. */
export const sendPicture = (file: File, options: SendOptions): Promise<UploadedFile> =>
  acrossSessions(() => sendOnce(file, options));

function sendOnce(file: File, { onProgress, signal, replaces, library }: SendOptions): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    // fetch cannot tell how much has been sent.
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.set('file', file);
    const path = replaces === undefined ? '/files' : `/files/${replaces}/replace`;
    request.open('POST', fromRoot(library ? `${path}?library=true` : path));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onerror = () => reject(new Error('The upload was interrupted. Try again.'));
    request.onabort = () => reject(signal.reason);
    request.onload = () => {
      if (request.status === 401) sessionEnded.set(true);
      const done = request.status === 200 ? read(answer, request.responseText) : null;
      if (done) resolve(done.item);
      else
        reject(
          new Error(read(refusal, request.responseText)?.error.message ?? 'The upload failed. Try again.'),
        );
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) reject(signal.reason);
    else request.send(body);
  });
}
