import { resolve } from 'node:path';

/**
 * A path as the operator means it: from where he called. pnpm runs every script in the workspace's root and leaves
 * the caller's directory in INIT_CWD.
 */
export function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path);
}
