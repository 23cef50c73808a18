import { Command, CommanderError } from 'commander';
import { addBackup } from './backup.ts';
import { addDoctor } from './doctor.ts';
import { exitCodeOf, messageOf } from './failure.ts';
import { addGenerate } from './generate.ts';
import { addImport } from './import.ts';
import { addMigrate } from './migrate.ts';
import { addRestore } from './restore.ts';
import { addUser } from './user.ts';

const commands = [addImport, addUser, addBackup, addRestore, addGenerate, addMigrate, addDoctor];

/** Runs the operator's tool; gives the exit code. What went wrong is told in one line, never with a stack trace. */
export async function runProgram(args: string[]): Promise<number> {
  const program = new Command('catalog')
    .description('Looks after a Cinematheque catalog: its films, its database, its accounts.')
    .usage('<command> [options]')
    .showHelpAfterError('Add --help for how it is used.')
    .exitOverride();
  for (const addCommand of commands) addCommand(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has told already what was wrong; help that was asked for is no error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const debug = ['debug', 'trace'].includes(process.env.LOG_LEVEL ?? '');
    console.error(debug ? error : messageOf(error));
    return exitCodeOf(error);
  }
}
