import { fullName } from '@cinematheque/shared/names';
import type { PersonPage } from '@cinematheque/shared/person';
import { countOf } from '../format.ts';

/** A person in a sentence for search engines: the biography, or the films. */
export function describePerson(person: PersonPage): string {
  if (person.biography) return person.biography;
  const films = [...person.directing, ...person.acting.map(({ movie }) => movie)];
  const titles = [...new Set(films.map(({ title }) => title))];
  return `${fullName(person)} in ${countOf(titles.length, 'film')}: ${titles.slice(0, 4).join(', ')}.`;
}
