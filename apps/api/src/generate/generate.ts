import { beginBulk, withoutIndexes } from '@cinematheque/db/bulk';
import type { Transaction } from '@cinematheque/db/change';
import type { Database } from '@cinematheque/db/open';
import { makeCasts } from './casts.ts';
import { linkGenres, makeMovies, planMovies } from './movies.ts';
import { directorsOf, makeDirectors, makePersons } from './people.ts';
import { type Sizes, setUp } from './setup.ts';

/** How far the generator is: `done` of `total` rows of a step. */
export interface GenerateProgress {
  step: string;
  done: number;
  total: number;
}

/**
 * Adds a large synthetic catalog for trying and measuring: believable in its proportions, made inside PostgreSQL, one
 * change, all or nothing. The same sizes and seed make the same rows.
 */
export async function generateCatalog(
  db: Database,
  sizes: Sizes,
  onProgress: (progress: GenerateProgress) => void = () => {},
): Promise<void> {
  const { movies, persons, characters } = sizes;
  const summary = `Generated ${movies} films, ${persons} people and ${characters} characters`;
  const follow = (step: string, total: number) => {
    onProgress({ step, done: 0, total });
    return (done: number) => onProgress({ step, done, total });
  };
  await db.change({ channel: 'cli', summary }, async (tx) => {
    await beginBulk(tx);
    await setUp(tx, sizes);
    await withoutCounterIndexes(tx, sizes, async () => {
      await makePersons(tx, sizes, follow('People', persons));
      await makeDirectors(tx, sizes);
      await planMovies(tx, sizes);
      await makeMovies(tx, sizes, follow('Films', movies));
      await linkGenres(tx);
      await makeCasts(tx, sizes, follow('Casts', movies));
    });
  });
}

/** Every row of the counters is written more than once. */
const withoutCounterIndexes = (tx: Transaction, sizes: Sizes, work: () => Promise<unknown>) =>
  withoutIndexes(tx, 'person_counters', sizes.persons, () =>
    withoutIndexes(tx, 'director_counters', directorsOf(sizes), () =>
      withoutIndexes(tx, 'movie_counters', sizes.movies, work),
    ),
  );
