import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

interface Running {
  child: ChildProcessWithoutNullStreams;
  outcome: Promise<Outcome>;
}

/** Starts the command line tool as a process of its own, with nothing of our environment but the path to Node. */
export function startCatalog(args: string[], env: Record<string, string> = {}, cwd?: string): Running {
  const child = spawn(process.execPath, [main, ...args], { cwd, env: { PATH: process.env.PATH, ...env } });
  const outcome = Promise.withResolvers<Outcome>();
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  child.on('close', (code) => outcome.resolve({ code, ...said }));
  return { child, outcome: outcome.promise };
}

/** Runs it to its end. */
export function catalog(args: string[], env: Record<string, string> = {}, cwd?: string): Promise<Outcome> {
  return startCatalog(args, env, cwd).outcome;
}
