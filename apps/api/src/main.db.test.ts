import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@cinematheque/db/testing/database';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { databaseOf, startServer } from './testing/server-process.ts';

vi.setConfig({ testTimeout: 60_000 });

const DATA_DIR = await mkdtemp(join(tmpdir(), 'cinematheque-main-'));
await chmod(DATA_DIR, 0o755);
afterAll(() => rm(DATA_DIR, { recursive: true, force: true, maxRetries: 5 }));
const account = { ADMIN_EMAIL: 'ana@example.org', ADMIN_PASSWORD: 'a password of hers' };

const post = (url: string, path: string, input: unknown, cookie = '') =>
  fetch(`${url}/trpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(input),
  });

async function signIn(url: string, email = account.ADMIN_EMAIL, password = account.ADMIN_PASSWORD) {
  const answer = await post(url, 'account.signIn', { email, password });
  expect(answer.status).toBe(200);
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const genresOf = async (url: string) => (await fetch(`${url}/trpc/genres.list`)).text();

describe('H7, R02: the server and its own database', () => {
  it('shows the first administrator once, and lets him in', async () => {
    const folder = join(DATA_DIR, 'first');
    const first = startServer({ DATA_DIR: folder });
    const url = await first.url;
    await vi.waitUntil(() => first.output().includes('password'));
    const [, email = '', password = ''] = first.output().match(/e-mail\s+(\S+)\s+password\s+(\S+)/) ?? [];
    await signIn(url, email, password);
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, errors: '' });
    expect(await databaseOf(folder)).toBeNull();

    const second = startServer({ DATA_DIR: folder });
    await signIn(await second.url, email, password);
    expect(second.output()).not.toMatch(/password/);
    second.child.kill('SIGINT');
    expect(await second.ended).toMatchObject({ code: 0 });
  });

  it('ends within its time though clients stay and send half a request', async () => {
    const server = startServer({ DATA_DIR, ...account });
    const { port } = new URL(await server.url);
    const idle = connect(Number(port), '127.0.0.1');
    const busy = connect(Number(port), '127.0.0.1');
    for (const socket of [idle, busy]) socket.on('error', () => {});
    idle.write('GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: keep-alive\r\n\r\n');
    await once(idle, 'data');
    busy.write('POST /trpc/account.signIn HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n');
    busy.write('content-length: 1000\r\n\r\n{');
    // Its headers have arrived when a request that came after them has been answered.
    idle.write('GET /readyz HTTP/1.1\r\nhost: x\r\n\r\n');
    await once(idle, 'data');
    server.child.kill('SIGTERM');
    // A server that has to be forced says so: its code is 1.
    expect(await server.ended).toMatchObject({ code: 0, errors: '' });
    expect(await databaseOf(DATA_DIR)).toBeNull();
    for (const socket of [idle, busy]) socket.destroy();
  });

  it('R09: keeps what it acknowledged through kill -9', async () => {
    const server = startServer({ DATA_DIR, ...account });
    const url = await server.url;
    const cookie = await signIn(url);
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, n) =>
        post(url, 'admin.genres.create', { data: { name: `Kept ${n}` } }, cookie),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    server.child.kill('SIGKILL');
    await server.ended;

    const again = startServer({ DATA_DIR });
    const genres = await genresOf(await again.url);
    for (const n of [0, 1, 2, 3, 4]) expect(genres).toContain(`Kept ${n}`);
    again.child.kill('SIGTERM');
    expect(await again.ended).toMatchObject({ code: 0 });
  });

  it('R08: has its data directory to itself, and says when its database is gone', async () => {
    const server = startServer({ DATA_DIR });
    await server.url;
    const second = startServer({ DATA_DIR });
    const { code, errors } = await second.ended;
    expect({ code, lines: errors.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(errors).toContain(`${DATA_DIR} is in use by another Cinematheque (PID ${server.child.pid})`);

    process.kill((await databaseOf(DATA_DIR)) ?? 0, 'SIGKILL');
    expect(await server.ended).toMatchObject({
      code: 1,
      errors: 'The database ended by itself (SIGKILL).\n',
    });
  });

  it('goes on when whoever read what it says has left', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const address = probe.address();
    const PORT = String(typeof address === 'object' ? address?.port : '');
    probe.close();
    const { url } = await testDatabase();
    const { child } = startServer({ DATA_DIR: join(DATA_DIR, 'unread'), DATABASE_URL: url, PORT });
    child.stdout.destroy();
    const health = () =>
      fetch(`http://127.0.0.1:${PORT}/healthz`).then(
        ({ status }) => status,
        () => null,
      );
    await expect.poll(health, { timeout: 30_000 }).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await health()).toBe(200);
  });

  it('lets go of its database when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const address = other.address();
    const PORT = String(typeof address === 'object' ? address?.port : '');
    const server = startServer({ DATA_DIR, PORT });
    expect(await server.ended).toMatchObject({
      code: 78,
      errors: `PORT ${PORT} is taken by another program: choose another one\n`,
    });
    expect(await databaseOf(DATA_DIR)).toBeNull();
  });
});

describe('R28: what keeps the server from starting', async () => {
  const { url: DATABASE_URL } = await testDatabase();

  it.each<[string, number, RegExp, Record<string, string>]>([
    ['a wrong value', 78, /^PORT must be a number from 0 to 65535\n$/, { PORT: 'http' }],
    [
      'a database that is not there',
      1,
      /^The database of DATABASE_URL cannot be used: .+\n$/,
      { DATABASE_URL: 'postgres://127.0.0.1:1/films' },
    ],
    [
      'a database that lets nobody in',
      1,
      /^The database of DATABASE_URL cannot be used: .+\n$/,
      { DATABASE_URL: DATABASE_URL.replace(/\/\/[^@]*@/, '//nobody:wrong@') },
    ],
    [
      'an address of another machine',
      78,
      /^HOST 192\.0\.2\.1 is no address of this machine\n$/,
      { HOST: '192.0.2.1', DATABASE_URL },
    ],
  ])('is said in one line: %s', async (_, expected, line, env) => {
    const { code, errors, output } = await startServer({ DATA_DIR: join(DATA_DIR, 'none'), ...env }).ended;
    expect(errors).toMatch(line);
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect({ code, output }).toEqual({ code: expected, output: '' });
  });

  it('is said in one line: a folder that is none', async () => {
    const file = join(DATA_DIR, 'file');
    await writeFile(file, '');
    const { code, errors } = await startServer({ DATA_DIR: file, DATABASE_URL }).ended;
    expect({ code, errors }).toEqual({
      code: 1,
      errors: expect.stringMatching(/^The folder .+ \(DATA_DIR\) cannot be used: [^\n]+\n$/),
    });
  });
});
