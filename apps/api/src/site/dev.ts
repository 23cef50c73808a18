import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { createServer, type ViteDevServer } from 'vite';
import type { OpenSite } from './source.ts';

/** Its sources may change at any time. */
export const mayKeepPages = false;

/** The site and the console straight from their sources, with hot reload. Stands in for built.ts during `pnpm dev`. */
export const openSite: OpenSite = async (app, { basePath }) => {
  const web = await openVite(app, 'web', { base: `${basePath}/`, appType: 'custom' });
  const admin = existsSync(rootOf('admin/vite.config.ts'))
    ? await openVite(app, 'admin', { base: `${basePath}/admin/`, appType: 'spa' })
    : null;
  askFirst(app, (request, response, next) => {
    const console = `${request.url}/`.startsWith(`${basePath}/admin/`) && admin;
    (console || web).middlewares(request, response, next);
  });
  return async () => {
    const { createSite } = await web.ssrLoadModule('/src/entry-server.tsx');
    return createSite({ basePath, files: null });
  };
};

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Lets a handler see every request before Fastify does, the console's among them. */
function askFirst({ server }: FastifyInstance, handler: Handler): void {
  const fastify = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) =>
    handler(request, response, () => {
      for (const listener of fastify) listener.call(server, request, response);
    }),
  );
}

const rootOf = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

async function openVite(
  app: FastifyInstance,
  name: string,
  { base, appType }: { base: string; appType: 'spa' | 'custom' },
): Promise<ViteDevServer> {
  const { server } = app;
  const vite = await createServer({
    root: rootOf(name),
    // Vite's own way writes a file beside the config for a moment, and node --watch would start over for it.
    configLoader: 'native',
    base,
    appType,
    server: { middlewareMode: true, hmr: { server } },
  });
  app.addHook('onClose', () => vite.close());
  return vite;
}
