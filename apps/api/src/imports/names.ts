import { limits } from '@cinematheque/shared/limits';
import { splitName } from '@cinematheque/shared/split-name';
import { cut } from './text.ts';

/** A source's name in its two parts, neither longer than may be stored. */
export function storedName(name: string): { firstName: string | null; lastName: string } {
  const { firstName, lastName } = splitName(name);
  return { firstName: firstName && cut(firstName, limits.name), lastName: cut(lastName, limits.name) };
}
