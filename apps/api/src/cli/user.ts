import { run } from '@cinematheque/db/bulk';
import { role as roles, userInput } from '@cinematheque/shared/user';
import { type Command, Option } from 'commander';
import { sql } from 'kysely';
import { hashPassword } from '../account/password.ts';
import { createTokens } from '../account/tokens.ts';
import { readConfig } from '../config.ts';
import { withDatabase } from './database.ts';
import { WrongUse } from './failure.ts';

const account = userInput.pick({ email: true, username: true, role: true, password: true });

export function addUser(program: Command): void {
  const user = program.command('user').description('Accounts.');
  user
    .command('create')
    .description('Makes an account.')
    .requiredOption('--email <address>', 'e-mail address, for signing in')
    .requiredOption('--username <name>', 'name that others see')
    .addOption(new Option('--role <role>', 'what it may do').choices(roles.options).makeOptionMandatory())
    .requiredOption('--password <password>', 'at least 8 characters')
    .action(createUser);
  user
    .command('reset-password')
    .description('Prints a link, good for an hour and for once, to choose a new password with.')
    .requiredOption('--email <address>', 'of the account')
    .action(resetPassword);
}

async function createUser(options: unknown): Promise<void> {
  const checked = account.safeParse(options);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new WrongUse(`--${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { email, username, role, password } = checked.data;
  const passwordHash = await hashPassword(password);
  await withDatabase(async (db) => {
    const taken = await db.read<string | null>(sql`select (
      select case when lower(email) = lower(${email}) then 'e-mail address' else 'username' end from users
      where lower(email) = lower(${email}) or lower(username) = lower(${username}) limit 1) as j`);
    if (taken) throw new Error(`There is an account with this ${taken} already`);
    await db.change({ channel: 'cli', summary: `Created account ${username}` }, (tx) =>
      run(
        tx,
        sql`insert into users (email, username, role, password_hash)
          values (${email}, ${username}, ${role}, ${passwordHash})`,
      ),
    );
  });
  console.log(`Made the account ${username} (${role}). Sign in with ${email}.`);
}

async function resetPassword({ email }: { email: string }): Promise<void> {
  const { publicUrl, host, port, basePath } = readConfig();
  const root = publicUrl ?? `http://${host}:${port}${basePath}`;
  await withDatabase(async (db) => {
    const id = await db.read<number | null>(
      sql`select (select id from users where lower(email) = lower(${email.trim()})) as j`,
    );
    const link = id && (await createTokens(db, root).issue(id, 'reset'));
    if (!link) throw new Error(`There is no account with the address ${email}, or it is disabled`);
    console.log(link.url);
  });
}
