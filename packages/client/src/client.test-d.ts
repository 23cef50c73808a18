import type { GenreInput } from '@cinematheque/shared/genre';
import type { MovieCard } from '@cinematheque/shared/movie-card';
import { expectTypeOf } from 'vitest';
import {
  type CatalogClient,
  createClient,
  type ErrorCode,
  errorOf,
  type RouterInputs,
  type RouterOutputs,
} from './index.ts';

// Checked by the compiler alone: a client that lost its types fails here, and nowhere else.
const client = createClient({ url: 'http://localhost/trpc' });
type Admin = RouterInputs['admin'];

expectTypeOf(client).toEqualTypeOf<CatalogClient>();

// An input is what its schema takes, never `unknown`; an update's is part of it.
expectTypeOf<Admin['genres']['create']['data']>().toEqualTypeOf<GenreInput>();
expectTypeOf<Admin['genres']['update']['data']>().toEqualTypeOf<Partial<GenreInput>>();
expectTypeOf<Admin['movies']['create']['data']>().toMatchObjectType<{ title: string }>();
expectTypeOf<Admin['movies']['create']['data']['budget']>().toEqualTypeOf<number | null | undefined>();
expectTypeOf<Admin['movies']['create']['data']['genreIds']>().toEqualTypeOf<number[] | undefined>();
type Cast = NonNullable<Admin['movies']['create']['data']['cast']>;
expectTypeOf<Cast[number]['characters'][number]['role']>().toEqualTypeOf<
  'leading' | 'supporting' | 'background'
>();
expectTypeOf<Admin['movieGenres']['get']['id']>().toEqualTypeOf<{ movieId: number; genreId: number }>();
expectTypeOf(client.movies.list.query).toBeCallableWith({ sort: 'newest', genres: [1] });
expectTypeOf(client.movies.list.query).toBeCallableWith();

// What may be missing is null, so that nobody forgets to look.
expectTypeOf<RouterOutputs['movies']['get']['item']['releaseDate']>().toEqualTypeOf<string | null>();
expectTypeOf<RouterOutputs['movies']['get']['item']['director']>().extract<null>().toEqualTypeOf<null>();
expectTypeOf<RouterOutputs['movies']['list']['nextCursor']>().toEqualTypeOf<string | null>();
expectTypeOf<RouterOutputs['movies']['list']['items'][number]>().toEqualTypeOf<MovieCard>();
expectTypeOf<RouterOutputs['admin']['users']['get']['item']>().not.toHaveProperty('passwordHash');

// An error is told by its code, and by nothing that there is not.
const error = errorOf(null);
expectTypeOf(error.code).toEqualTypeOf<ErrorCode | 'NETWORK'>();
expectTypeOf<'VALIDATION' | 'CONFLICT' | 'IN_USE'>().toExtend<ErrorCode>();
expectTypeOf(error.fields).toEqualTypeOf<Record<string, string>>();
if (error.code === 'NETWORK') expectTypeOf(error.code).toEqualTypeOf<'NETWORK'>();
// @ts-expect-error: no such code
error.code === 'VALIDATON';

export const wrong = [
  // @ts-expect-error: no such procedure
  () => client.admin.genres.destroy.mutate({ ids: [1] }),
  // @ts-expect-error: no such field
  () => client.admin.genres.create.mutate({ data: { name: 'Noir', color: 'black' } }),
  // @ts-expect-error: a field is missing
  () => client.admin.genres.create.mutate({ data: {} }),
  // @ts-expect-error: a wrong type
  () => client.movies.get.query({ id: '1' }),
  // @ts-expect-error: no such order
  () => client.movies.list.query({ sort: 'passwordHash' }),
  // @ts-expect-error: a query is no mutation
  () => client.movies.list.mutate({}),
  // @ts-expect-error: files are made by POST /files
  () => client.admin.files.create.mutate({ data: { fileName: 'x' } }),
];

// It narrows on its code.
if (error.code === 'CONFLICT') expectTypeOf(error.conflict).not.toBeNullable();
if (error.code === 'IN_USE') expectTypeOf(error.usage[0]?.by).toEqualTypeOf<string | undefined>();
if (error.code === 'VALIDATION') expectTypeOf(error.conflict).toBeNull();
