import { z } from 'zod';
import { type Fields, timeFields } from './filter.ts';
import { limits } from './limits.ts';
import { movieCard } from './movie-card.ts';
import { directorRef, image, personRef } from './refs.ts';
import { recordShape } from './resource.ts';
import { id, line } from './text.ts';

export const directorInput = z.strictObject({
  firstName: line(limits.name).nullish(),
  lastName: line(limits.name),
  photoFileId: id.nullish(),
  personId: id.nullish(),
});
export type DirectorInput = z.infer<typeof directorInput>;

export const directorRow = z.object({
  ...recordShape,
  firstName: z.string().nullable(),
  lastName: z.string(),
  photoFileId: id.nullable(),
  personId: id.nullable(),
  photo: image.nullable(),
  person: personRef.nullable(),
  movies: z.int(),
});

/** What the console's list is filtered by. */
export const directorListFields = {
  firstName: { kind: 'text', optional: true },
  lastName: { kind: 'text' },
  photoFileId: { kind: 'presence' },
  personId: { kind: 'relation', to: 'persons', optional: true },
  movieIds: { kind: 'relations', to: 'movies' },
  movies: { kind: 'number' },
  ...timeFields,
} as const satisfies Fields;

/** A director as the public lists show it. personId: the person whose page has both jobs, when linked. */
export const directorCard = directorRef.extend({
  photo: image.nullable(),
  personId: id.nullable(),
  movies: z.int(),
  knownFor: z.array(z.string()),
});
export type DirectorCard = z.infer<typeof directorCard>;

export const directorPage = directorCard.omit({ movies: true, knownFor: true }).extend({
  movies: z.array(movieCard),
});
export type DirectorPage = z.infer<typeof directorPage>;
