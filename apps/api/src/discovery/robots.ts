import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { siteAddress } from '../site/address.ts';

/** What is no page, or is somebody's own. */
const closed = ['/admin', '/trpc', '/account', '/favorites', '/sign-in', '/sign-up', '/reset-password'];

/** GET /robots.txt. Crawlers ask for it at the root of a host, wherever below it the site lives. */
export function robots(app: FastifyInstance, config: Config): void {
  const { basePath } = config;
  for (const path of new Set(['/robots.txt', `${basePath}/robots.txt`])) {
    app.get(path, (request, reply) => {
      const lines = [
        'User-agent: *',
        ...closed.map((page) => `Disallow: ${basePath}${page}`),
        '',
        `Sitemap: ${siteAddress(config, request)}/sitemap.xml`,
      ];
      return reply
        .type('text/plain; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        .send(`${lines.join('\n')}\n`);
    });
  }
}
