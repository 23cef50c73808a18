import type { Command } from 'commander';
import { withDatabase } from './database.ts';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Brings the database up to date with this version. Starting the server does the same.')
    .action(() =>
      withDatabase(async (_db, migrated) => {
        console.log(migrated.length ? `Applied ${migrated.join(', ')}.` : 'The database is up to date.');
      }),
    );
}
