// Packs @cinematheque/shared and @cinematheque/client for apps outside this repository:
// npx -y pnpm@12 tarballs [folder]
import { resolve } from 'node:path';
import { makeTarballs } from './make.ts';

for (const tarball of await makeTarballs(resolve(process.argv[2] ?? 'tarballs'))) console.log(tarball);
