import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { OpenSite, Site } from './source.ts';

const dist = new URL('../../../web/dist/', import.meta.url);
const entry = new URL('server/entry-server.js', dist);

/** It is the same until the server is started again. */
export const mayKeepPages = true;

/** The site as `pnpm build` left it. */
export const openSite: OpenSite = async (app, { basePath }) => {
  if (!existsSync(entry)) return null;
  await app.register(fastifyStatic, {
    root: fileURLToPath(new URL('client/assets', dist)),
    prefix: '/assets/',
    // Their names carry a hash of their content.
    immutable: true,
    maxAge: '365d',
    // The build has left each of them as Brotli and gzip, too.
    preCompressed: true,
    index: false,
    decorateReply: false,
  });
  const icon = await readFile(new URL('client/favicon.svg', dist));
  app.get('/favicon.svg', (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(icon),
  );
  let site: Promise<Site> | undefined;
  return () => (site ??= load(basePath));
};

async function load(basePath: string): Promise<Site> {
  const files = JSON.parse(await readFile(new URL('client/.vite/manifest.json', dist), 'utf8'));
  const { createSite } = await import(entry.href);
  return createSite({ basePath, files });
}
