import { type PicturePlace, type PictureSource, pictureFor } from '@cinematheque/shared/picture';
import type { Image } from '@cinematheque/shared/refs';

/** What the server wrote into the shell's head. */
const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

/** What stands before every path of this server: "" or "/films". During development Vite is told of it. */
export const basePath = import.meta.env.DEV
  ? import.meta.env.BASE_URL.replace(/\/(admin\/)?$/, '')
  : meta('base-path');

/** Allows a library's style elements under the console's security policy. */
export const styleNonce = meta('style-nonce');

/** The address of something on this server, from its path below the server's root: a picture, a public page. */
export const fromRoot = (path: string): string => `${basePath}${path}`;

/** What a component needs to show a picture in a place; null where there is no picture. */
export const pictureAt = (image: Image | null | undefined, place: PicturePlace): PictureSource | null =>
  image ? pictureFor(image, place, basePath) : null;
