// No schema stands here: the site knows the limits without carrying zod.

/**
 * Lengths in characters and ranges, each written here once: forms show them, the API checks them, and a test
 * compares them with the database's own constraints.
 */
export const limits = {
  title: 255,
  name: 255,
  shortName: 100,
  description: 20_000,
  note: 5_000,
  search: 200,
  username: 50,
  email: 254,
  url: 2048,
  fileName: 255,
  /** On one side of a picture. */
  pixels: 100_000,
  /** A file of favorites: its characters, and the films in it. */
  favoritesFile: 900_000,
  favoritesInFile: 10_000,
  pictureBytes: 20 * 1024 * 1024,
  /** In all: a small file can unpack to gigabytes. */
  picturePixels: 50_000_000,
  passwordMin: 8,
  passwordMax: 128,
  int: 2_147_483_647,
  minutes: 20_000,
  castSize: 1_000,
  genresPerMovie: 50,
  earliestFilm: '1870-01-01',
  earliestBirth: '1700-01-01',
  /** A name of the longest, in letters that take much room: what a list is in order by. */
  cursor: 8192,
} as const;

// PostgreSQL refuses NUL, and half a surrogate pair is no character.
export const storable = (value: string) => !value.includes('\0') && value.isWellFormed();

/** What an address says to search for; undefined is what the API would refuse. */
export function searchTextIn(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed.length <= limits.search && storable(trimmed) ? trimmed : undefined;
}
