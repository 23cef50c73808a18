import { characterRole, roleByBilling } from '@cinematheque/shared/character-role';
import type { CastMember } from '@cinematheque/shared/movie';
import { fullName, yearOf } from '@cinematheque/shared/names';
import { option } from '@cinematheque/shared/resource';
import { z } from 'zod';

const part = z.object({
  id: z.int().optional(),
  name: z.string(),
  description: z.string().nullable(),
  role: characterRole,
});
export type Part = z.infer<typeof part>;

/** One line of the cast in the form. `key` tells lines apart while their person is not chosen yet. */
const castLine = z.object({ key: z.number(), person: option.nullable(), characters: z.array(part) });
export type CastLine = z.infer<typeof castLine>;

const castLines = z.array(castLine);

/** The cast out of the form's values. */
export const readLines = (value: unknown): CastLine[] => castLines.catch([]).parse(value);

let last = 0;
export function newLine(place: number): CastLine {
  last -= 1;
  return { key: last, person: null, characters: [newPart(place)] };
}
export const newPart = (place: number): Part => ({
  name: '',
  description: null,
  role: roleByBilling(place),
});

/** A film's cast as lines of the form. */
export const linesOf = (cast: CastMember[]): CastLine[] =>
  cast.map(({ person, characters }) => {
    const year = yearOf(person.dateOfBirth);
    return {
      key: person.id,
      person: {
        id: person.id,
        label: fullName(person),
        hint: year ? `born ${year}` : null,
        photo: person.photo,
      },
      characters,
    };
  });

const isBlankPart = ({ id, name, description }: Part) =>
  id === undefined && !name.trim() && !description?.trim();
const isBlankLine = ({ person, characters }: CastLine) => !person && characters.every(isBlankPart);

/** Without what is blank at its end. A blank further up stays, so that an error's path still counts the same. */
const trimEnd = <T>(list: T[], isBlank: (entry: T) => boolean): T[] =>
  list.slice(0, list.findLastIndex((entry) => !isBlank(entry)) + 1);

/** The lines as the API takes them. A line that lacks its person is sent without, and refused by name. */
export const castOf = (lines: CastLine[]) =>
  trimEnd(lines, isBlankLine).map(({ person, characters }) => ({
    personId: person?.id ?? null,
    characters: trimEnd(characters, isBlankPart),
  }));
