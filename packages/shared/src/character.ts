import { z } from 'zod';
import { characterRole } from './character-role.ts';
import { type Fields, timeFields } from './filter.ts';
import { limits } from './limits.ts';
import { movieRef, personRef } from './refs.ts';
import { filmFields, playerFields } from './related-fields.ts';
import { recordShape } from './resource.ts';
import { amount, id, line, prose } from './text.ts';

/** A character in a film. Who plays it joins the film's cast by that. */
export const characterInput = z.strictObject({
  name: line(limits.name),
  description: prose(limits.note).nullish(),
  role: characterRole,
  movieId: id,
  personId: id,
  position: amount(0).optional(),
});
export type CharacterInput = z.infer<typeof characterInput>;

export const characterRow = z.object({
  ...recordShape,
  name: z.string(),
  description: z.string().nullable(),
  role: characterRole,
  movieId: id,
  personId: id,
  position: z.int(),
  movie: movieRef,
  person: personRef,
});

/** What the console's list is filtered by. */
export const characterListFields = {
  name: { kind: 'text' },
  description: { kind: 'text', optional: true },
  role: { kind: 'choice', choices: characterRole.options },
  movieId: { kind: 'relation', to: 'movies' },
  personId: { kind: 'relation', to: 'persons' },
  position: { kind: 'number' },
  ...filmFields,
  ...playerFields,
  ...timeFields,
} as const satisfies Fields;

/** What can be set for many characters at once. */
export const characterBulk = characterInput.pick({ role: true, description: true }).partial();

/** A character as the public lists show it. */
export const characterCard = z.object({
  id,
  name: z.string(),
  role: characterRole,
  movie: movieRef,
  person: personRef,
});
export type CharacterCard = z.infer<typeof characterCard>;

/** A character's page: this one row, and others of the same name in other films. */
export const characterPage = characterCard.extend({
  description: z.string().nullable(),
  others: z.array(characterCard),
});
export type CharacterPage = z.infer<typeof characterPage>;
