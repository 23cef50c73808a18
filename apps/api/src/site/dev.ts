import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import middie from '@fastify/middie';
import type { FastifyInstance } from 'fastify';
import { createServer, type ViteDevServer } from 'vite';
import type { OpenSite } from './source.ts';

/** The site and the console straight from their sources, with hot reload. Stands in for built.ts during `pnpm dev`. */
export const openSite: OpenSite = async (app, { basePath }) => {
  await app.register(middie);
  if (existsSync(rootOf('admin/vite.config.ts'))) {
    const console = await openVite(app, 'admin', { base: `${basePath}/admin/`, appType: 'spa' });
    app.use(`${basePath}/admin`, (request, response, next) => {
      request.url = request.originalUrl;
      console.middlewares(request, response, next);
    });
  }
  const web = await openVite(app, 'web', { base: `${basePath}/`, appType: 'custom' });
  app.use(web.middlewares);
  return async () => {
    const { createSite } = await web.ssrLoadModule('/src/entry-server.tsx');
    return createSite({ basePath, files: null });
  };
};

const rootOf = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

async function openVite(
  app: FastifyInstance,
  name: string,
  { base, appType }: { base: string; appType: 'spa' | 'custom' },
): Promise<ViteDevServer> {
  const server: Server = app.server;
  const vite = await createServer({
    root: rootOf(name),
    base,
    appType,
    server: { middlewareMode: true, hmr: { server } },
  });
  app.addHook('onClose', () => vite.close());
  return vite;
}
