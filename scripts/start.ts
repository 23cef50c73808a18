// Builds what has changed and serves it, in this very process: signals reach the server and its exit code is ours.
import { buildAll } from './build.ts';

await buildAll();
await import('../apps/api/src/main.ts');
