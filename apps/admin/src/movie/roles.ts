import type { CharacterRole } from '@cinematheque/shared/character-role';

/** The roles of characters, as people read them. */
export const roles: Record<CharacterRole, string> = {
  leading: 'Leading',
  supporting: 'Supporting',
  background: 'Background',
};
