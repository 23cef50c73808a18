import { errorOf } from '@cinematheque/client';
import { fullName } from '@cinematheque/shared/refs';
import type { SiteContext } from '../context.ts';
import type { Choice } from './browse-search.ts';
import { countriesOptions, genresOptions } from './choices.ts';

/** A choice and what it is called. */
export interface NamedChoice extends Choice {
  name: string;
}

/** Finds the names of choices; those of nobody are left out. */
export async function nameChoices(context: SiteContext, choices: Choice[]): Promise<NamedChoice[]> {
  const named = await Promise.all(
    choices.map(async (choice) => {
      const name = await nameOf(context, choice);
      return name === null ? [] : { ...choice, name };
    }),
  );
  return named.flat();
}

async function nameOf({ queryClient, trpc, ...context }: SiteContext, { kind, value }: Choice) {
  const found = (list: { id: number; name: string }[]) => list.find(({ id }) => id === value)?.name ?? null;
  switch (kind) {
    case 'decade':
      return `${value}s`;
    case 'genre':
      return found(await queryClient.ensureQueryData(genresOptions(context)));
    case 'country':
      return found(await queryClient.ensureQueryData(countriesOptions(context)));
    case 'director':
      return nameOfPage(queryClient.ensureQueryData(trpc.directors.get.queryOptions({ id: value })));
    case 'person':
      return nameOfPage(queryClient.ensureQueryData(trpc.persons.get.queryOptions({ id: value })));
  }
}

async function nameOfPage(page: Promise<{ item: Parameters<typeof fullName>[0] }>): Promise<string | null> {
  try {
    return fullName((await page).item);
  } catch (error) {
    if (errorOf(error).code === 'NOT_FOUND') return null;
    throw error;
  }
}
