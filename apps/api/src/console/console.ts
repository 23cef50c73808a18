import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';
import { AppError } from '../errors.ts';
import { shellHeaders } from './headers.ts';

const built = new URL('../../../admin/dist/', import.meta.url);

/** The shell with the places filled in that only the server knows. */
export function fillShell(html: string, basePath: string, nonce: string): string {
  return html
    .replaceAll('"./assets/', `"${basePath}/admin/assets/`)
    .replace('name="base-path" content=""', `name="base-path" content="${basePath}"`)
    .replace('name="style-nonce" content=""', `name="style-nonce" content="${nonce}"`);
}

/**
 * The console: one shell without data for each of its addresses, and the files that it is made of. Who may see what
 * is decided by the API alone.
 */
export async function consoleShell(app: FastifyInstance, { config }: Services): Promise<void> {
  const html = await readFile(new URL('index.html', built), 'utf8').catch(() => null);
  if (html) {
    await app.register(fastifyStatic, {
      root: fileURLToPath(new URL('assets/', built)),
      prefix: '/admin/assets/',
      // Their names carry a hash of their content.
      immutable: true,
      maxAge: '365d',
      index: false,
      decorateReply: false,
    });
  }
  for (const address of ['/admin', '/admin/*']) {
    app.get(address, (_request, reply) => {
      if (!html)
        throw new AppError('SERVICE_UNAVAILABLE', 'The console has not been built: run "pnpm build"');
      const nonce = randomBytes(16).toString('base64');
      return reply.headers(shellHeaders(nonce)).send(fillShell(html, config.basePath, nonce));
    });
  }
}
