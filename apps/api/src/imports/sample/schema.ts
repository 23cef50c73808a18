import { limits } from '@cinematheque/shared/limits';
import { gender } from '@cinematheque/shared/person';
import { amount, day, id, line } from '@cinematheque/shared/text';
import { z } from 'zod';

/** The genres of the TMDB 5000 data set. */
export const tmdbGenre = z.enum([
  'Action',
  'Adventure',
  'Animation',
  'Comedy',
  'Crime',
  'Documentary',
  'Drama',
  'Family',
  'Fantasy',
  'Foreign',
  'History',
  'Horror',
  'Music',
  'Mystery',
  'Romance',
  'Science Fiction',
  'TV Movie',
  'Thriller',
  'War',
  'Western',
]);

const isoCode = z.string().regex(/^[A-Z]{2}$/, 'An ISO 3166-1 code of two letters');
const year = z.string().regex(/^(18[7-9]|19\d|20\d)\d$/, 'A year such as 1937');

/** Somebody whom TMDB numbers, or else one known by the exact name. */
const person = z.strictObject({ tmdbId: id.nullable(), name: line(limits.name) });

/** A person's place in the billing, with every part played in the film. */
const castRow = person.extend({ gender, characters: z.array(line(limits.name)) });

/** A film of the sample; null is "not known for sure". A year alone stands for a day that is not known. */
export const sampleFilm = z.strictObject({
  tmdbId: id.nullable(),
  title: line(limits.title),
  releaseDate: z.union([day(limits.earliestFilm), year]).nullable(),
  minutes: amount(1, limits.minutes).nullable(),
  budget: amount(1).nullable(),
  country: isoCode.nullable(),
  description: line(140).nullable(),
  genres: z.array(tmdbGenre).min(1),
  director: person.nullable(),
  cast: z.array(castRow),
});
export type SampleFilm = z.infer<typeof sampleFilm>;

/** The whole file: its films by release date, and the English names of their countries. */
export const sampleCatalog = z.strictObject({
  films: z.array(sampleFilm),
  countries: z.record(isoCode, line(limits.name)),
});
export type SampleCatalog = z.infer<typeof sampleCatalog>;
