import { Command, CommanderError } from 'commander';
import { exitCodeOf, messageOf } from './failure.ts';
import { addGenerate } from './generate.ts';
import { addImport } from './import.ts';
import { addMigrate } from './migrate.ts';
import { addUser } from './user.ts';

/** The operator's tool. Exit code 0 done, 1 failed, 2 wrong use; a message in one line, never a stack trace. */
const program = new Command('catalog')
  .description('Looks after a Cinematheque catalog: its films, its database, its accounts.')
  .usage('<command> [options]')
  .showHelpAfterError('Add --help for how it is used.')
  .exitOverride();

addImport(program);
addUser(program);
addGenerate(program);
addMigrate(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = end(error);
}

function end(error: unknown): number {
  // Commander has already told what was wrong; help that was asked for is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const debug = ['debug', 'trace'].includes(process.env.LOG_LEVEL ?? '');
  console.error(debug ? error : messageOf(error));
  return exitCodeOf(error);
}
