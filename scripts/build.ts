import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const signals = ['SIGINT', 'SIGTERM'] as const;

/** Builds the site and the console, silently where nothing has changed. Ends the process when that fails. */
export async function buildAll(): Promise<void> {
  const turbo = spawn('node_modules/.bin/turbo', ['run', 'build', '--output-logs=errors-only'], {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that a signal ends turbo together with all that it runs.
    detached: true,
  });
  let output = '';
  for (const stream of [turbo.stdout, turbo.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  let interruption: NodeJS.Signals | null = null;
  const interrupt = (signal: NodeJS.Signals) => {
    interruption = signal;
    if (turbo.pid) process.kill(-turbo.pid, signal);
  };
  for (const signal of signals) process.on(signal, interrupt);
  const slow = setTimeout(() => console.log('Building the site and the console...'), 1000);

  const failure = await new Promise<string | null>((resolve) => {
    turbo.on('error', () => resolve('turbo is not installed: run "npx -y pnpm@12 install"'));
    turbo.on('close', (code) => resolve(code === 0 ? null : explain(output)));
  });

  clearTimeout(slow);
  for (const signal of signals) process.off(signal, interrupt);
  if (interruption) process.exit(128 + constants.signals[interruption]);
  if (failure) {
    console.error(`${output}The build failed: ${failure}.`);
    process.exit(1);
  }
}

function explain(output: string): string {
  // turbo runs each package's build through pnpm, which is on the path only where pnpm has started us.
  if (output.includes('Unable to find package manager')) return 'start it with "npx -y pnpm@12 start"';
  return 'its output is above';
}
