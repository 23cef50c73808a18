import { z } from 'zod';
import { recordShape } from './resource.ts';
import { limits, line, webUrl } from './text.ts';

/** The picture formats that are kept and served. The type is read from the bytes, never believed. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const;

/** Files are made by POST /files; what can be edited afterwards is what people read. */
export const fileInput = z.strictObject({ fileName: line(limits.fileName), sourceUrl: webUrl.nullish() });
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
  url: z.string(),
  uses: z.int(),
});
export type FileRow = z.infer<typeof fileRow>;

/** What POST /files answers. */
export const uploadedFile = fileRow.pick({
  id: true,
  fileName: true,
  mimeType: true,
  width: true,
  height: true,
  url: true,
});
export type UploadedFile = z.infer<typeof uploadedFile>;
