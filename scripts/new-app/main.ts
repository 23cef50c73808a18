// Makes a new app in apps/: npx -y pnpm@12 new-app <name> [--template react|node]
import { parseArgs } from 'node:util';
import { NewAppError, newApp, templates } from './new-app.ts';

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { template: { type: 'string', default: 'react' } },
  });
  const template = templates.find((name) => name === values.template);
  if (!template || positionals.length !== 1) {
    throw new NewAppError(`Use: npx -y pnpm@12 new-app <name> [--template ${templates.join('|')}]`);
  }
  const [name = ''] = positionals;
  await newApp(name, template);
  const start = template === 'react' ? 'dev' : 'start';
  console.log(`\napps/${name} is there. With the catalog running (npx -y pnpm@12 start):\n
  cd apps/${name}
  npx -y pnpm@12 ${start}\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof NewAppError || error instanceof TypeError ? 2 : 1;
}
