import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { atEnd, isEnding } from './cleanup.ts';

const address = /http:\/\/127\.0\.0\.1:\d+/;

/** Starts a server as a process of its own, and gives the address that it prints once it listens. */
export async function startServer(file: string, env: Record<string, string> = {}): Promise<string> {
  const child = start(file, [], env);
  let output = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const [url] = output.match(address) ?? [];
      if (url) resolve(url);
    });
    child.on('exit', (code) => reject(new Error(`${file} ended with exit code ${code}\n${output}`)));
  });
}

/** Runs a program to its end; gives the most memory that it held, in megabytes (Linux tells that). */
export async function runProgram(file: string, args: string[], env: Record<string, string>): Promise<number> {
  const child = start(file, args, env);
  child.stdout?.resume();
  let most = Number.NaN;
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    const [, kilobytes] = status.match(/VmHWM:\s+(\d+)/) ?? [];
    if (kilobytes) most = Number(kilobytes) / 1024;
  }, 100);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  if (code !== 0 && !isEnding()) throw new Error(`${file} ${args.join(' ')} ended with exit code ${code}`);
  return most;
}

/** `file` is relative to this folder. The process gets nothing of our environment but what it needs to run. */
function start(file: string, args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...env },
  });
  const exited = new Promise((resolve) => child.on('exit', resolve));
  atEnd(() => {
    child.kill('SIGTERM');
    return exited;
  });
  return child;
}
