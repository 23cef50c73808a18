// Runs a TypeScript file: node scripts/run.mjs <file> [arguments]. This one is plain JavaScript that every Node can
// read, because pnpm goes on with the machine's own Node when its automatic install has failed.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Cinematheque needs Node.js 24 or newer; this is ${process.version}.\n` +
      'It brings its own, so the installation has failed: run "npx -y pnpm@12 install", mend what it complains about, and try again.',
  );
  process.exit(1);
}

const [node, , file, ...rest] = process.argv;
process.argv = [node, resolve(file), ...rest];
await import(pathToFileURL(process.argv[1]).href);
