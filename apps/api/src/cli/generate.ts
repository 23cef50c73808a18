import { type Command, InvalidArgumentError } from 'commander';
import { generateCatalog, madeBy } from '../generate/generate.ts';
import type { Sizes } from '../generate/setup.ts';
import { OtherRunUnfinished, type UnfinishedRun } from '../generate/unfinished.ts';
import { withDatabase } from './database.ts';
import { Interrupted, WrongUse } from './failure.ts';
import { count, createProgress } from './progress.ts';

/** Ids are PostgreSQL integers; far below their end there is still room for a catalog. */
const MOST = 100_000_000;

function amount(text: string): number {
  const value = Number(text.replaceAll(/[_,]/g, ''));
  if (!/\d/.test(text) || !Number.isInteger(value) || value < 0 || value > MOST) {
    throw new InvalidArgumentError(`A whole number up to ${count(MOST)}.`);
  }
  return value;
}

export function addGenerate(program: Command): void {
  program
    .command('generate')
    .description(
      'Adds a large synthetic catalog, for trying and measuring. Equal sizes and seeds make equal rows. People, films ' +
        'and casts are three steps: after a failure the same command goes on behind the last that is done.',
    )
    .requiredOption('--movies <number>', 'films', amount)
    .requiredOption('--persons <number>', 'people', amount)
    .requiredOption('--characters <number>', 'characters, over all films', amount)
    .option('--seed <number>', 'another number makes another catalog', amount, 1)
    .option('--discard', 'forgets an unfinished run first; what it has made stays in the catalog')
    .action(generate);
}

async function generate({ discard, ...sizes }: Sizes & { discard?: boolean }): Promise<void> {
  const { movies, persons, characters } = sizes;
  if (characters > 0 && (movies === 0 || persons === 0)) {
    throw new WrongUse('Characters need films and people: give --movies and --persons above 0');
  }
  const progress = createProgress();
  const start = performance.now();
  const finished = await withDatabase((db) =>
    generateCatalog(
      db,
      sizes,
      ({ step, done, total }) => progress.show(`Making ${step.toLowerCase()}`, done, total),
      {
        discard,
        onResume: (done) => console.log(`Going on with an unfinished run: ${madeBy(done)} are there.`),
      },
    ),
  )
    .catch(explain)
    .finally(() => progress.end());
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    finished
      ? `Made ${amounts(sizes)} in ${seconds} s.`
      : 'Another command has finished or discarded this run meanwhile.',
  );
}

const amounts = ({ movies, persons, characters }: Sizes) =>
  `${count(movies)} films, ${count(persons)} people and ${count(characters)} characters`;

/** Says of what stopped a run how it goes on. */
function explain(error: unknown): never {
  if (error instanceof OtherRunUnfinished) throw new WrongUse(tellUnfinished(error.unfinished));
  if (error instanceof Interrupted) {
    error.message = 'Interrupted: the steps that are done stay, and the same command goes on behind them';
  }
  throw error;
}

const tellUnfinished = (run: UnfinishedRun) =>
  `A run of ${amounts(run)} with seed ${run.seed} is unfinished (${madeBy(run.done)} are there): ` +
  'the same numbers go on with it, --discard forgets it and leaves what it has made in the catalog';
