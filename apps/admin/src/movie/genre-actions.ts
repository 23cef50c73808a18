import { id } from '@cinematheque/shared/text';
import { z } from 'zod';
import { fieldsOf } from '../resource/fields.ts';
import { bulkAction } from '../resource/list/bulk/bulk-action.ts';
import { trpc } from '../trpc.ts';

const genres = z.object({ genreIds: z.array(id, 'Choose genres').min(1, 'Choose genres') });
const field = fieldsOf<z.infer<typeof genres>>().relations('genreIds', 'genres', { label: 'Genres' });

/** Genres come to many films at once, or go. */
export const genreActions = [
  bulkAction(trpc.admin.movies, 'Add genres', field, (values) => ({ add: genres.parse(values) })),
  bulkAction(trpc.admin.movies, 'Remove genres', field, (values) => ({ remove: genres.parse(values) })),
];
