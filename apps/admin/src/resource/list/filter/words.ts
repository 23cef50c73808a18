import type { Operator } from '@cinematheque/shared/filter';
import { humanizePath, type Labels } from '../../humanize.ts';

/** What operators are called between a field and a value. */
export const operatorWords: Record<Operator, string> = {
  contains: 'contains',
  lacks: 'does not contain',
  is: 'is',
  isNot: 'is not',
  starts: 'begins with',
  atLeast: 'is at least',
  atMost: 'is at most',
  in: 'is in',
  from: 'is from',
  until: 'is until',
  any: 'is any of',
  all: 'has all of',
  none: 'is none of',
  empty: 'is empty',
  notEmpty: 'is not empty',
};

/** What a field is called: "Poster"; of a related one "Director: last name". */
export function fieldWords(name: string, labels: Labels): string {
  const [related, own] = name.split('.');
  if (own === undefined) return labels[name] ?? humanizePath(name, labels);
  const words = humanizePath(own, {});
  return `${humanizePath(related ?? '', labels)}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
