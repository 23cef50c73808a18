// Writes the next migration: node scripts/run.mjs scripts/new-migration.ts <name>. It compares the entities with a
// database that has all migrations so far and writes the columns and tables that are new; checks, keys, indexes and
// delete rules are decisions, and yours to add.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../packages/db/src/embedded/server.ts';
import { openDatabase } from '../packages/db/src/open.ts';
import { root, run } from './run-command.ts';

const [, , name = ''] = process.argv;
if (!/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error('Name it in small letters: npx -y pnpm@12 migration movies-tagline');
  process.exit(2);
}

const dataDir = await mkdtemp(join(tmpdir(), 'cinematheque-migration-'));
const server = await startEmbedded({ dataDir });
const db = await openDatabase({ url: server.url });
await db.migrate();
const difference = await db.orm.schema.getUpdateSchemaSQL({ wrap: false });
await db.close();
await server.stop();
await rm(dataDir, { recursive: true });

// The database has more than the entities tell (triggers, checks, computed columns): what is only there is no loss.
const statements = difference.split(/;\n/).flatMap((text) => {
  const statement = text.trim();
  if (statement.startsWith('create table')) return statement;
  const [, table, clauses = ''] = /^(alter table \S+) (.+)$/s.exec(statement) ?? [];
  const wanted = clauses
    .split(/, (?=(?:add|alter|drop|rename) )/)
    .filter((clause) => /^(add(?! constraint)|alter column|rename column) /.test(clause));
  return wanted.length ? `${table} ${wanted.join(', ')}` : [];
});

const folder = join(root, 'packages/db/src/migrations');
const index = await readFile(join(folder, 'index.ts'), 'utf8');
const [last] = [...index.matchAll(/'\.\/(\d{4})-/g)].map(([, digits]) => Number(digits)).slice(-1);
const number = String((last ?? 0) + 1).padStart(4, '0');
const className = `Migration${number}${name.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase())}`;

await writeFile(
  join(folder, `${number}-${name}.ts`),
  `import { Migration } from '@mikro-orm/migrations';

export class ${className} extends Migration {
  override name = '${number}-${name}';

  override up(): void {
${statements.map((statement) => `    this.addSql(\`${statement}\`);`).join('\n')}
  }
}
`,
);
await writeFile(
  join(folder, 'index.ts'),
  index
    .replace('\n/**', `import { ${className} } from './${number}-${name}.ts';\n\n/**`)
    .replace(/\n\];/, `\n  ${className},\n];`),
);
await run('biome', ['check', '--write', '--log-level=error', folder]);
console.log(`packages/db/src/migrations/${number}-${name}.ts: ${statements.length} statements`);
