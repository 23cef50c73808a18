import { createClient } from '@cinematheque/client';

/** The catalog's API, typed from its columns to here. */
export const catalog = createClient({ url: '/trpc' });
