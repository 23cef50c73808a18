import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { root } from '../run-command.ts';
import { end, freePort, serve } from '../testing/serve.ts';

const nginx = '/usr/sbin/nginx';
const account = { email: 'ana@example.org', password: 'a password of hers' };

if (!existsSync(nginx))
  console.log('Left out: the site behind nginx. On Debian: apt-get install nginx-light.');

it.runIf(existsSync(nginx))('lives below a path, behind the nginx of the manual', async () => {
  const home = await mkdtemp(join(tmpdir(), 'cinematheque-nginx-'));
  await chmod(home, 0o755);
  const [behind, before] = [await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${before}`;
  const site = `${origin}/films`;

  // The manual's own lines, but for the port.
  const manual = await readFile(join(root, 'docs/operate.md'), 'utf8');
  const location = manual
    .match(/```nginx\n([\s\S]+?)```/)?.[1]
    ?.replace('127.0.0.1:3000', `127.0.0.1:${behind}`);
  await writeFile(
    join(home, 'nginx.conf'),
    `daemon off; pid ${home}/pid; error_log ${home}/error.log; worker_processes 1;
     events {}
     http { access_log off; client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy;
       fastcgi_temp_path ${home}/f; uwsgi_temp_path ${home}/u; scgi_temp_path ${home}/s;
       server { listen 127.0.0.1:${before}; ${location} } }`,
  );
  const proxy = spawn(nginx, ['-c', join(home, 'nginx.conf'), '-e', join(home, 'error.log')], {
    stdio: 'inherit',
  });
  onTestFinished(() => end(proxy, 'SIGTERM'));
  const server = await serve({
    ...{ DATA_DIR: join(home, 'data'), PORT: String(behind) },
    ...{ BASE_PATH: '/films', PUBLIC_URL: site, TRUST_PROXY: '127.0.0.1' },
    ...{ ADMIN_EMAIL: account.email, ADMIN_PASSWORD: account.password },
  });
  onTestFinished(async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  });
  expect(server.output).toContain(`${site}/admin`);

  const page = await (await fetch(`${site}/movies`)).text();
  expect(page).toContain(`<link rel="canonical" href="${site}/movies"`);
  const addresses = [...page.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, address = '']) => address);
  expect(addresses.length).toBeGreaterThan(20);
  expect(addresses.filter((address) => !address.startsWith('/films/') && address !== '/films')).toEqual([]);
  // Scripts, styles, films: whatever the page names is there.
  const named = [...new Set(addresses)]
    .filter((address) => /assets|movies\/\d|favicon/.test(address))
    .slice(0, 25);
  for (const address of named) expect((await fetch(`${origin}${address}`)).status, address).toBe(200);

  const console = await (await fetch(`${site}/admin`)).text();
  const script = console.match(/src="(\/films\/admin\/assets\/[^"]+)"/)?.[1];
  expect((await fetch(`${origin}${script}`)).status).toBe(200);
  expect(await (await fetch(`${site}/sitemap.xml`)).text()).toContain(`<loc>${site}/`);
  expect((await fetch(`${site}/readyz`)).status).toBe(200);
  expect(
    (await fetch(`${site}/metrics`)).status,
    'whoever a proxy asks for is no program of this machine',
  ).toBe(404);

  const signIn = await fetch(`${site}/trpc/account.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(account),
  });
  expect(signIn.status).toBe(200);
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const form = new FormData();
  const picture = await readFile(join(root, 'docs/screenshots/movie-dark.png'));
  form.set('file', new Blob([picture], { type: 'image/png' }), 'still.png');
  const sent = await fetch(`${site}/files`, { method: 'POST', headers: { cookie, origin }, body: form });
  expect(sent.status).toBe(200);
  const { item } = JSON.parse(await sent.text());

  const got = await fetch(`${site}${item.url}`, { headers: { cookie } });
  expect({ status: got.status, type: got.headers.get('content-type') }).toMatchObject({
    status: 200,
    type: expect.stringMatching(/^image\//),
  });
});
