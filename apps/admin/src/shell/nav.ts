import type { Me } from '@cinematheque/shared/user';
import type { Resource } from '../resource/resource.ts';
import { resources } from '../resources/registry.ts';

/** The resources that somebody may see, in the menu's order. */
export const resourcesOf = (me: Pick<Me, 'role'>): Resource[] =>
  Object.values(resources).filter(({ administrators }) => !administrators || me.role === 'admin');

/** The letter after "g" that leads to each; those without one are reached through the palette. */
export const goTo: Partial<Record<Resource['name'], string>> = {
  movies: 'm',
  persons: 'p',
  directors: 'd',
  characters: 'c',
  genres: 'g',
  countries: 'o',
  files: 'f',
  users: 'u',
  favoriteMovies: 'v',
};
