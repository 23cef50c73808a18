import { z } from 'zod';
import { characterRole } from './character-role.ts';
import { type Fields, timeFields } from './filter.ts';
import { limits } from './limits.ts';
import { movieCard } from './movie-card.ts';
import { directorRef, image, movieRef, named, personRef } from './refs.ts';
import { recordShape } from './resource.ts';
import { day, id, line, precision, prose } from './text.ts';

export const gender = z.enum(['female', 'male', 'non-binary', 'unknown'], 'Choose one of these');
export type Gender = z.infer<typeof gender>;

export const additionalImage = z.strictObject({ fileId: id, caption: line(limits.name).nullable() });
export type AdditionalImage = z.infer<typeof additionalImage>;

export const personInput = z.strictObject({
  firstName: line(limits.name).nullish(),
  lastName: line(limits.name),
  biography: prose(limits.description).nullish(),
  dateOfBirth: day(limits.earliestBirth).nullish(),
  dateOfBirthPrecision: precision.optional(),
  gender: gender.optional(),
  countryId: id.nullish(),
  primaryPhotoFileId: id.nullish(),
  additionalImages: z.array(additionalImage).max(100, 'At most 100 pictures').optional(),
});
export type PersonInput = z.infer<typeof personInput>;

export const personRow = z.object({
  ...recordShape,
  firstName: z.string().nullable(),
  lastName: z.string(),
  biography: z.string().nullable(),
  dateOfBirth: z.string().nullable(),
  dateOfBirthPrecision: precision,
  gender,
  countryId: id.nullable(),
  primaryPhotoFileId: id.nullable(),
  additionalImages: z.array(additionalImage),
  country: named.nullable(),
  photo: image.nullable(),
  movies: z.int(),
});

/** What the console's list is filtered by. */
export const personListFields = {
  firstName: { kind: 'text', optional: true },
  lastName: { kind: 'text' },
  biography: { kind: 'text', optional: true },
  dateOfBirth: { kind: 'date', optional: true },
  gender: { kind: 'choice', choices: gender.options },
  countryId: { kind: 'relation', to: 'countries', optional: true },
  primaryPhotoFileId: { kind: 'presence' },
  additionalImages: { kind: 'presence' },
  movieIds: { kind: 'relations', to: 'movies' },
  movies: { kind: 'number' },
  ...timeFields,
} as const satisfies Fields;

/** What can be set for many people at once. */
export const personBulk = personInput
  .pick({ gender: true, countryId: true, dateOfBirth: true, dateOfBirthPrecision: true })
  .partial();

/** A person as the public lists show it. */
export const personCard = personRef.extend({ movies: z.int(), knownFor: z.array(z.string()) });
export type PersonCard = z.infer<typeof personCard>;

/** A person's public page. `directing` is filled when a director is linked to the person. */
export const personPage = personRef.extend({
  biography: z.string().nullable(),
  dateOfBirthPrecision: precision,
  gender,
  country: named.nullable(),
  images: z.array(image.extend({ caption: z.string().nullable() })),
  director: directorRef.nullable(),
  acting: z.array(
    z.object({
      movie: movieCard,
      characters: z.array(z.object({ id, name: z.string(), role: characterRole })),
    }),
  ),
  directing: z.array(movieCard),
  namesakes: z.array(personRef.extend({ knownFor: z.array(z.string()) })),
  coworkers: z.array(personRef.extend({ movies: z.int() })),
});
export type PersonPage = z.infer<typeof personPage>;

/** A role in a film, as search shows it. */
export const roleRef = z.object({ movie: movieRef, person: personRef });
