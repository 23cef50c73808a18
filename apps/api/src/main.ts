import { EmbeddedError } from '@cinematheque/db/embedded/error';
import { ensureAdmin } from './account/first-admin.ts';
import { createTokens } from './account/tokens.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { startHousekeeping } from './housekeeping.ts';
import { isCatalogEmpty, loadSample } from './imports/sample/load.ts';
import { buildServer } from './server.ts';
import { openServices, type Running } from './services.ts';
import { StartError } from './start-error.ts';

/** After this many milliseconds a stop no longer waits for whoever is still connected. */
const STOP_DEADLINE = 7_000;

// Whoever read what we say may go away; that is no reason to end.
process.stdout.on('error', () => {});

try {
  await serve(readConfig());
} catch (error) {
  const forPeople = [ConfigError, EmbeddedError, StartError].some((kind) => error instanceof kind);
  console.error(forPeople && error instanceof Error ? error.message : error);
  process.exit(error instanceof ConfigError ? error.exitCode : 1);
}

async function serve(config: Config): Promise<void> {
  const services = await openServices(config);
  const admin = await ensureAdmin(services.db, config);
  if (config.sampleCatalog && (await isCatalogEmpty(services.db))) await loadSample(services.db);
  const app = await buildServer(services);

  const stopHousekeeping = startHousekeeping(services, app.log);

  let stopping = false;
  const stop = async (exitCode: number) => {
    if (stopping) return;
    stopping = true;
    // app.close() waits for clients that keep their connection (HAZARDS: H7).
    const deadline = setTimeout(() => app.server.closeAllConnections(), STOP_DEADLINE / 2);
    const hard = setTimeout(() => process.exit(1), STOP_DEADLINE + 2_000);
    await app.close();
    await stopHousekeeping();
    clearTimeout(deadline);
    await services.close();
    clearTimeout(hard);
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
  void services.databaseLost.then((reason) => {
    if (!stopping) console.error(reason);
    return stop(1);
  });

  const address = await listen(app, config, services);
  const site = config.publicUrl ?? `${address}${config.basePath}`;
  console.log(`\n  Site      ${site}/\n  Console   ${site}/admin\n  API       ${site}/trpc`);
  if (admin) {
    console.log(
      `\n  The administrator (shown once):\n    e-mail    ${admin.email}\n    password  ${admin.password}`,
    );
    // Whoever has named the account in the environment has set it up.
    const link = config.admin.email ? null : await createTokens(services.db, site).issue(admin.id, 'setup');
    if (link)
      console.log(
        `\n  Or set it up in the browser, by this link, once and within the hour:\n    ${link.url}`,
      );
  }
  console.log('');
}

async function listen(
  app: Awaited<ReturnType<typeof buildServer>>,
  { port, host }: Config,
  services: Running,
): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (error) {
    await services.close();
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EADDRINUSE') {
      throw new ConfigError(`PORT ${port} is taken by another program: choose another one`);
    }
    if (code === 'EACCES') throw new ConfigError(`PORT ${port} is for root only: choose one above 1023`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new ConfigError(`HOST ${host} is no address of this machine`);
    }
    throw error;
  }
}
