import { type UploadedFile, uploadedFile } from '@cinematheque/shared/file';
import { z } from 'zod';
import { fromRoot } from './base-path.ts';
import { sessionEnded } from './session/ended.ts';

const answer = z.object({ item: uploadedFile });
const refusal = z.object({ error: z.object({ message: z.string() }) });

function read<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Sends a picture to the library; `onProgress` hears of it from 0 to 1. Throws an Error in words for people. */
export function uploadPicture(file: File, onProgress: (part: number) => void): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    // fetch cannot tell how much has been sent.
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.set('file', file);
    request.open('POST', fromRoot('/files'));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onerror = () => reject(new Error('The upload was interrupted. Try again.'));
    request.onload = () => {
      if (request.status === 401) sessionEnded.set(true);
      const done = request.status === 200 ? read(answer, request.responseText) : null;
      if (done) resolve(done.item);
      else
        reject(
          new Error(read(refusal, request.responseText)?.error.message ?? 'The upload failed. Try again.'),
        );
    };
    request.send(body);
  });
}
