// An app outside the repository, as its developer would write it. Only the compiler reads it.
import {
  type CatalogError,
  createClient,
  errorOf,
  type RouterInputs,
  type RouterOutputs,
} from '@cinematheque/client';
import { type MovieInput, movieInput } from '@cinematheque/shared/movie';
import { fullName } from '@cinematheque/shared/names';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const equal = <_A extends true>(): void => {};

const client = createClient({ url: 'http://127.0.0.1:3000/trpc' });

export async function titles(): Promise<string[]> {
  const { items, nextCursor } = await client.movies.list.query({ sort: 'newest', genres: [18], limit: 10 });
  equal<Equal<typeof nextCursor, string | null>>();
  return items.map(({ title, director }) => `${title} by ${director ? fullName(director) : 'nobody known'}`);
}

/** A form checks what was typed by the very schema that the server has. */
export function messages(typed: MovieInput): string[] {
  const checked = movieInput.safeParse(typed);
  return checked.success ? [] : checked.error.issues.map(({ message }) => message);
}

export function explain(thrown: unknown): string {
  const error: CatalogError = errorOf(thrown);
  switch (error.code) {
    case 'CONFLICT':
      return `Changed by ${error.conflict.changes[0]?.user ?? 'somebody'}`;
    case 'IN_USE':
      return `Used by ${error.usage.map(({ by, count }) => `${count} ${by}`).join(', ')}`;
    case 'VALIDATION':
      return Object.values(error.fields).join('\n');
    default:
      return error.message;
  }
}

// What may be missing is null, days are 'YYYY-MM-DD', and an input is no `unknown`.
type Movie = RouterOutputs['movies']['get']['item'];
equal<Equal<Movie['releaseDate'], string | null>>();
equal<Equal<RouterInputs['admin']['genres']['create']['data'], { name: string }>>();

// @ts-expect-error: no such order
client.movies.list.query({ sort: 'passwordHash' });
// @ts-expect-error: no such procedure
client.movies.destroy.mutate({ id: 1 });
