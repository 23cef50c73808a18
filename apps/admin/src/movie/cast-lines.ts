import { characterRole } from '@cinematheque/shared/character-role';
import type { CastMember } from '@cinematheque/shared/movie';
import { fullName, yearOf } from '@cinematheque/shared/refs';
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
export function newLine(): CastLine {
  last -= 1;
  return { key: last, person: null, characters: [newPart()] };
}
export const newPart = (): Part => ({ name: '', description: null, role: 'supporting' });

/** A film's cast as lines of the form. */
export const linesOf = (cast: CastMember[]): CastLine[] =>
  cast.map(({ person, characters }) => {
    const year = yearOf(person.dateOfBirth);
    return {
      key: person.id,
      person: { id: person.id, label: fullName(person), hint: year ? `born ${year}` : null },
      characters,
    };
  });

/** The lines as the API takes them: a line without a person is not sent, nor a character without a name. */
export const castOf = (lines: CastLine[]) =>
  lines.flatMap(({ person, characters }) =>
    person
      ? [
          {
            personId: person.id,
            characters: characters.filter(({ id, name }) => id !== undefined || name.trim()),
          },
        ]
      : [],
  );

/** The list with one entry moved to another place. */
export function moved<T>(list: T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}
