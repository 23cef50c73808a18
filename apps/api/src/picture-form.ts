import { limits } from '@cinematheque/shared/limits';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import pLimit from 'p-limit';
import { invalid } from './errors.ts';
import { MAX_BYTES } from './images.ts';

/** Lets the routes of this scope take one picture each, and nothing else. */
export async function acceptPictures(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: MAX_BYTES, files: 1, fields: 0, parts: 1, headerPairs: 20 },
  });
}

/** Pictures that are in memory while they arrive. The others wait in the network, unread. */
const arriving = pLimit(4);

/** The options of a route that takes a picture: the form around it needs some room too. */
export const pictureRoute = { bodyLimit: MAX_BYTES + 64 * 1024 };

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
export const readPicture = (request: FastifyRequest) => arriving(() => read(request));

async function read(request: FastifyRequest): Promise<{ bytes: Buffer; fileName: string }> {
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
