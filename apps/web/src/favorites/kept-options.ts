import type { SiteContext } from '../context.ts';

/** The ids of the films that the visitor keeps. */
export const keptOptions = ({ trpc }: Pick<SiteContext, 'trpc'>) => trpc.favorites.ids.queryOptions();
