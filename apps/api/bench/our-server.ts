import type { Catalog } from './catalog.ts';
import { startServer } from './child.ts';
import { administrator } from './sign-in.ts';

/** Starts our server on a catalog, as everybody runs it but for these settings. */
export const startOurs = (catalog: Pick<Catalog, 'url' | 'dataDir'>, settings: Record<string, string> = {}) =>
  startServer('../src/main.ts', {
    DATABASE_URL: catalog.url,
    DATA_DIR: catalog.dataDir,
    PORT: '0',
    LOG_LEVEL: 'warn',
    SAMPLE_CATALOG: 'false',
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    ...settings,
  });
