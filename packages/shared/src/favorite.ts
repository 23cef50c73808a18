import { z } from 'zod';
import { limits } from './limits.ts';
import { movieFilter } from './movie.ts';
import { movieSorts } from './movie-sorts.ts';
import { pageInput } from './resource.ts';
import { id, instant } from './text.ts';

/** The orders of one's favorites: when they were kept, and those of all films. */
export const favoriteSorts = ['kept', ...movieSorts] as const;
export const favoriteSort = z.enum(favoriteSorts);
export type FavoriteSort = z.infer<typeof favoriteSort>;

/** Most favorites on one page: few people keep more, and so they see all of theirs at once. */
export const MAX_FAVORITES_PAGE = 300;

/** One's favorites are filtered like all films. */
export const favoriteListInput = z.strictObject({
  ...pageInput,
  limit: z.int().min(1).max(MAX_FAVORITES_PAGE).optional(),
  ...movieFilter,
  sort: favoriteSort.optional(),
});
export type FavoriteListInput = z.infer<typeof favoriteListInput>;

/** A film that was let go, and since when it had been kept: enough to undo it. */
export const letGo = z.strictObject({ movieId: id, keptAt: instant });
export type LetGo = z.infer<typeof letGo>;

/** A table for Letterboxd and spreadsheets, or everything that there is to know. */
export const favoritesFormat = z.enum(['csv', 'json']);
export type FavoritesFormat = z.infer<typeof favoritesFormat>;

/** A file that the browser saves under this name. */
export const textFile = z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() });

export const favoritesImportInput = z.strictObject({
  format: favoritesFormat,
  text: z
    .string()
    .min(1, 'This file is empty')
    .max(limits.favoritesFile, `At most ${limits.favoritesFile / 1000} kB`),
});

/** A film of a file, and the line or the place in the list where it stands. */
const entry = z.object({ line: z.int(), title: z.string(), year: z.int().nullable() });

/** What became of a file's films; of those that were not taken, the first hundred. */
export const importReport = z.object({
  added: z.int(),
  alreadyKept: z.int(),
  notFound: z.int(),
  missing: z.array(entry),
  unreadable: z.int(),
  problems: z.array(z.object({ line: z.int(), message: z.string() })),
});
export type ImportReport = z.infer<typeof importReport>;

/** A film as the JSON file has it: enough to find it in another catalog. */
export const keptFilm = z.object({
  title: z.string().trim().min(1),
  year: z.int().min(1800).max(2500).nullish(),
  directors: z.array(z.string()).default([]),
  tmdbId: z.int().min(1).max(2_147_483_647).nullish(),
  keptAt: instant.nullish(),
});
export type KeptFilm = z.infer<typeof keptFilm>;
