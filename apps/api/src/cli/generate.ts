import { type Command, InvalidArgumentError } from 'commander';
import { generateCatalog } from '../generate/generate.ts';
import type { Sizes } from '../generate/setup.ts';
import { withDatabase } from './database.ts';
import { WrongUse } from './failure.ts';
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
      'Adds a large synthetic catalog, for trying and measuring. Equal sizes and seeds make equal rows.',
    )
    .requiredOption('--movies <number>', 'films', amount)
    .requiredOption('--persons <number>', 'people', amount)
    .requiredOption('--characters <number>', 'characters, over all films', amount)
    .option('--seed <number>', 'another number makes another catalog', amount, 1)
    .action(generate);
}

async function generate(sizes: Sizes): Promise<void> {
  const { movies, persons, characters } = sizes;
  if (characters > 0 && (movies === 0 || persons === 0)) {
    throw new WrongUse('Characters need films and people: give --movies and --persons above 0');
  }
  const progress = createProgress();
  const start = performance.now();
  await withDatabase((db) =>
    generateCatalog(db, sizes, ({ step, done, total }) =>
      progress.show(`Making ${step.toLowerCase()}`, done, total),
    ),
  ).finally(() => progress.end());
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `Made ${count(movies)} films, ${count(persons)} people and ${count(characters)} characters in ${seconds} s.`,
  );
}
