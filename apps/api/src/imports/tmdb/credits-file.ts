import { roleByBilling } from '@cinematheque/shared/character-role';
import { limits } from '@cinematheque/shared/limits';
import type { Gender } from '@cinematheque/shared/person';
import { z } from 'zod';
import type { ImportedCredit, ImportedName } from '../film.ts';
import { storedName } from '../names.ts';
import { cleanLine, cut, isTooLong } from '../text.ts';
import { listCell, tmdbId } from './cells.ts';
import type { CsvRow } from './csv.ts';
import type { People } from './people.ts';
import type { Report } from './report.ts';

/** The columns of tmdb_5000_credits.csv that are read. */
export const creditColumns = ['movie_id', 'cast', 'crew'] as const;

export type CreditsRow = CsvRow<(typeof creditColumns)[number]>;

/** What a row is read with: the film's name in the report, and what was met before. */
export interface Reading {
  film: string;
  report: Report;
  people: People;
}

const crewList = z.array(z.object({ id: tmdbId, name: z.string(), job: z.string() }));

/** The first director that the crew lists. */
export function readDirector(row: CreditsRow, { film, report, people }: Reading): ImportedName | null {
  const directors = new Map<number, string>();
  for (const { id, name, job } of listCell(row, 'crew', crewList)) {
    const clean = job === 'Director' ? cleanLine(name) : null;
    if (clean && !directors.has(id)) directors.set(id, clean);
  }
  const [first] = directors;
  if (!first) {
    report.note('noDirector', film);
    return null;
  }
  if (directors.size > 1) report.note('severalDirectors', `${film}: ${[...directors.values()].join(', ')}`);
  const [id, name] = first;
  people.meet(id, name, 'unknown');
  return { tmdbId: id, ...storedName(name) };
}

const castList = z.array(
  z.object({
    id: tmdbId,
    name: z.string(),
    character: z.string().nullish(),
    gender: z.int().nullish(),
    order: z.number().nullish(),
  }),
);

const genders: (Gender | undefined)[] = ['unknown', 'female', 'male', 'non-binary'];

/**
 * The cast in billing order. TMDB's `order` has gaps where a credit was deleted and, now and then, a place twice, so
 * it only sorts; a part's place is where it then stands, and its role follows from that.
 */
export function readCast(row: CreditsRow, { film, report, people }: Reading): ImportedCredit[] {
  const listed = listCell(row, 'cast', castList);
  const order = (credit: (typeof listed)[number]) => credit.order ?? Number.POSITIVE_INFINITY;
  if (new Set(listed.map(order)).size < listed.length) report.note('repeatedOrder', film);
  const parts = new Set<string>();
  const cast: ImportedCredit[] = [];
  for (const credit of listed.toSorted((a, b) => (order(a) < order(b) ? -1 : Number(order(a) > order(b))))) {
    const name = cleanLine(credit.name);
    if (!name) {
      report.note('noName', `${film}: TMDB ${credit.id}`);
      continue;
    }
    const gender = genders[credit.gender ?? 0] ?? 'unknown';
    people.meet(credit.id, name, gender);
    const character = readCharacter(credit.character, `${film}: ${name}`, report);
    const part = `${credit.id} ${character}`;
    if (parts.has(part)) report.note('repeatedPart', `${film}: ${name}`);
    else
      cast.push({
        tmdbId: credit.id,
        ...storedName(name),
        gender,
        character,
        role: roleByBilling(cast.length),
      });
    parts.add(part);
  }
  if (!cast.length) report.note('noCast', film);
  return cast;
}

function readCharacter(name: string | null | undefined, who: string, report: Report): string | null {
  const character = cleanLine(name);
  if (!character) report.note('emptyCharacter', who);
  else if (isTooLong(character, limits.name)) report.note('tooLong', who);
  return character && cut(character, limits.name);
}
