/** Settings of a server for one application on one machine; what is not named keeps PostgreSQL's default. */
const settings = {
  listen_addresses: '127.0.0.1',
  // Socket paths are limited to about 100 bytes, which a project folder soon exceeds.
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  synchronous_commit: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // One log file per weekday. Statements and details stay out of it: they hold people's data.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgres-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_line_prefix: '%m [%p] ',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** The arguments with which `postgres` serves the cluster on this port. */
export function serverArguments(cluster: string, port: number): string[] {
  return [
    '-D',
    cluster,
    '-p',
    `${port}`,
    ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
  ];
}
