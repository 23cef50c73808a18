// The fast part: format, lint and boundaries (Biome), types, unit tests. What has not changed comes from the cache.
import { run } from './run-command.ts';

process.exitCode = (await run('turbo', ['run', 'lint', 'types', 'unit', '--output-logs=errors-only']))
  ? 0
  : 1;
