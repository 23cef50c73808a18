import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

/** The site's own address, without a slash at its end: as configured, else as the visitor asked for it. */
export const siteAddress = ({ publicUrl, basePath }: Config, { protocol, host }: FastifyRequest): string =>
  publicUrl ?? `${protocol}://${host}${basePath}`;
