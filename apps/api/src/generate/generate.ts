import { beginBulk, withoutIndexes } from '@cinematheque/db/bulk';
import type { Transaction } from '@cinematheque/db/change';
import type { Database } from '@cinematheque/db/open';
import type { OnBatch } from './batches.ts';
import { makeCasts } from './casts.ts';
import { linkGenres, makeMovies, planMovies } from './movies.ts';
import { directorsOf, makeDirectors, makePersons } from './people.ts';
import { type Sizes, setUp } from './setup.ts';
import { advance, findUnfinished, forget, OtherRunUnfinished, remember } from './unfinished.ts';

/** How far the generator is: `done` of `total` rows of a step. */
export interface GenerateProgress {
  step: string;
  done: number;
  total: number;
}

type OnProgress = (progress: GenerateProgress) => void;

export interface GenerateOptions {
  /** Forgets an unfinished run first; what it has made stays. */
  discard?: boolean;
  /** Learns that the run was begun before, and how many of its steps are done. */
  onResume?: (done: number) => void;
}

interface Step {
  makes: string;
  summary(sizes: Sizes): string;
  make(tx: Transaction, sizes: Sizes, onProgress: OnProgress): Promise<unknown>;
}

/*
 * A later step writes the counters of this run anew. Their table holds them already, so twice their number is more than
 * it holds when they are most of it: the indexes go in the same cases as when they were added.
 */
const steps: Step[] = [
  {
    makes: 'people',
    summary: (sizes) => `Generated ${sizes.persons} people and ${directorsOf(sizes)} directors`,
    make: (tx, sizes, onProgress) =>
      withoutIndexes(tx, 'person_counters', sizes.persons, () =>
        withoutIndexes(tx, 'director_counters', directorsOf(sizes), async () => {
          await makePersons(tx, sizes, follow('People', sizes.persons, onProgress));
          await makeDirectors(tx, sizes);
        }),
      ),
  },
  {
    makes: 'films',
    summary: ({ movies }) => `Generated ${movies} films`,
    make: (tx, sizes, onProgress) =>
      withoutIndexes(tx, 'movie_counters', sizes.movies, () =>
        withoutIndexes(tx, 'director_counters', 2 * directorsOf(sizes), async () => {
          await planMovies(tx, sizes);
          await makeMovies(tx, sizes, follow('Films', sizes.movies, onProgress));
          await linkGenres(tx);
        }),
      ),
  },
  {
    makes: 'casts',
    summary: ({ characters }) => `Generated casts of ${characters} characters`,
    make: (tx, sizes, onProgress) =>
      withoutIndexes(tx, 'movie_counters', 2 * sizes.movies, () =>
        withoutIndexes(tx, 'person_counters', 2 * sizes.persons, () =>
          makeCasts(tx, sizes, follow('Casts', sizes.movies, onProgress)),
        ),
      ),
  },
];

/** What the first steps make, in words. */
export const madeBy = (done: number) =>
  steps
    .slice(0, done)
    .map(({ makes }) => makes)
    .join(' and ');

/**
 * Adds a large synthetic catalog for trying and measuring: believable in its proportions, made inside PostgreSQL. The
 * same sizes and seed make the same rows. Each step is one change, all or nothing; whoever was cut off goes on after the
 * last that is done. Says whether it has finished the run, or else somebody has finished or discarded it meanwhile.
 */
export async function generateCatalog(
  db: Database,
  sizes: Sizes,
  onProgress: OnProgress = () => {},
  options: GenerateOptions = {},
): Promise<boolean> {
  let finished = false;
  for (const [index, step] of steps.entries()) {
    finished = await db.change({ channel: 'cli', summary: step.summary(sizes) }, async (tx) => {
      await beginBulk(tx);
      const done = index === 0 ? await begin(tx, sizes, options) : await stepsDone(tx, sizes);
      // Two that make the same take turns: the other one may have made this step.
      if (done !== index) return false;
      await setUp(tx, sizes);
      await step.make(tx, sizes, onProgress);
      await (index < steps.length - 1 ? advance(tx) : forget(tx));
      return true;
    });
  }
  return finished;
}

/** Goes on with the unfinished run, or begins one; gives how many steps are done. */
async function begin(
  tx: Transaction,
  sizes: Sizes,
  { discard = false, onResume = () => {} }: GenerateOptions,
): Promise<number> {
  const unfinished = await findUnfinished(tx);
  if (unfinished && !discard) {
    if (!isSame(unfinished, sizes)) throw new OtherRunUnfinished(unfinished);
    onResume(unfinished.done);
    return unfinished.done;
  }
  if (unfinished) await forget(tx);
  await remember(tx, sizes);
  return 0;
}

/** How many steps of the run are done; undefined once it is finished or discarded. */
async function stepsDone(tx: Transaction, sizes: Sizes): Promise<number | undefined> {
  const unfinished = await findUnfinished(tx);
  return unfinished && isSame(unfinished, sizes) ? unfinished.done : undefined;
}

const isSame = (a: Sizes, b: Sizes) =>
  a.movies === b.movies && a.persons === b.persons && a.characters === b.characters && a.seed === b.seed;

function follow(step: string, total: number, onProgress: OnProgress): OnBatch {
  onProgress({ step, done: 0, total });
  return (done) => onProgress({ step, done, total });
}
