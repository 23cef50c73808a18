import { z } from 'zod';
import { type Fields, timeFields } from './filter.ts';
import { limits } from './limits.ts';
import { image } from './refs.ts';
import { recordShape } from './resource.ts';
import { instant, line, webUrl } from './text.ts';

/** The picture formats that are kept and served. The type is read from the bytes, never believed. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const;

const pixel = z.int('A whole number of pixels').min(0).max(limits.pixels);

/** The part of a picture that is shown, in pixels of the whole one, which stays as it is. */
export const crop = z.strictObject({ left: pixel, top: pixel, width: pixel.min(1), height: pixel.min(1) });
export type Crop = z.infer<typeof crop>;

/** What must stay in sight wherever the picture is cut to a shape, in pixels of the whole one. */
export const focalPoint = z.strictObject({ x: pixel, y: pixel });
export type FocalPoint = z.infer<typeof focalPoint>;

/** Files are made by POST /files; what can be edited afterwards is what people read, and what they see. */
export const fileInput = z.strictObject({
  fileName: line(limits.fileName),
  sourceUrl: webUrl.nullish(),
  crop: crop.nullish(),
  focalPoint: focalPoint.nullish(),
});
export type FileInput = z.infer<typeof fileInput>;

/** A file as the console shows it. The storage key stays on the server. */
export const fileRow = z.object({
  ...recordShape,
  fileName: z.string(),
  mimeType: z.string(),
  sourceUrl: z.string().nullable(),
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  crop: crop.nullable(),
  focalPoint: focalPoint.nullable(),
  /** As everybody sees it. */
  picture: image,
  url: z.string(),
  /** The address of the whole picture, for editors. */
  original: z.string(),
  uses: z.int(),
  /** Other files with the same bytes. */
  copies: z.int(),
  /** When it will be removed because nothing shows it; null when it stays. */
  goesAt: instant.nullable(),
});
export type FileRow = z.infer<typeof fileRow>;

/** What the console's list is filtered by. */
export const fileListFields = {
  fileName: { kind: 'text' },
  mimeType: { kind: 'choice', choices: imageTypes },
  sourceUrl: { kind: 'text', optional: true },
  bytes: { kind: 'number' },
  width: { kind: 'number' },
  height: { kind: 'number' },
  uses: { kind: 'number' },
  copies: { kind: 'number' },
  ...timeFields,
} as const satisfies Fields;

/** What can be set for many files at once. */
export const fileBulk = fileInput.pick({ sourceUrl: true }).partial();

/** The fields that show a file, each of them one of its own; a person's further pictures are free to all. */
export const pictureFields = ['posterFileId', 'photoFileId', 'primaryPhotoFileId', 'avatarFileId'] as const;

/** What POST /files answers. */
export const uploadedFile = fileRow
  .pick({
    ...{ id: true, fileName: true, mimeType: true, width: true, height: true, url: true, picture: true },
  })
  // The library had the same bytes before: as this very file, if nothing shows it, else as another one.
  .extend({ known: z.boolean() });
export type UploadedFile = z.infer<typeof uploadedFile>;

/** A file of the library that has the bytes which somebody is about to send, and the fields that show it already. */
export const knownFile = uploadedFile.extend({ taken: z.array(z.enum(pictureFields)) });
export type KnownFile = z.infer<typeof knownFile>;
