import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** The only file that reads the environment. A wrong value is one line that names the variable (exit code 78). */

const flag = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');
/** Entries with commas between them, each of which must look as the message says. */
const list = (looksRight: (entry: string) => boolean, message: string) =>
  z
    .string()
    .transform((value) =>
      value
        .split(',')
        .map((entry) => entry.trim())
        .filter(Boolean),
    )
    .refine((entries) => entries.every(looksRight), message)
    .default([]);

const isOrigin = (entry: string) => URL.canParse(entry) && new URL(entry).origin === entry;
function isNetwork(entry: string): boolean {
  const [address = '', bits = '0', ...rest] = entry.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return /^\d+$/.test(bits) && Number(bits) <= longest && !rest.length;
}

const port = 'must be a number from 0 to 65535';
const size = 'must be a number of megabytes, or 0';
const milliseconds = 'must be a number of milliseconds, or 0';
const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must look like postgres://user:password@host:5432/name',
});
const isPostgresUrl = (entry: string) => postgresUrl.safeParse(entry).success;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const setting = z.string().default('');

const environment = z.object({
  PORT: z.coerce.number(port).int(port).min(0, port).max(65_535, port).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must look like https://films.example.org' }).optional(),
  BASE_PATH: z
    .string()
    .regex(/^(\/[\w~-][\w.~-]*)*\/?$/, 'must look like /films')
    .transform((path) => path.replace(/\/$/, ''))
    .default(''),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((path) => resolve(path)),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  DATABASE_REPLICA_URLS: list(
    isPostgresUrl,
    'must be addresses like that of DATABASE_URL, with commas between',
  ),
  SAMPLE_CATALOG: flag.default(true),
  ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  ADMIN_PASSWORD: z
    .string()
    .min(8, 'must have at least 8 characters')
    .max(128, 'must have at most 128 characters')
    .optional(),
  CORS_ORIGINS: list(isOrigin, 'must be origins such as https://app.example.org, with commas between'),
  TRUST_PROXY: list(isNetwork, 'must be addresses or networks such as 10.0.0.0/8, with commas between'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@mail.example.org:587' })
    .optional(),
  MAIL_FROM: z.email('must be an e-mail address').optional(),
  SIGN_UP: z.enum(['open', 'closed'], 'must be open or closed').default('open'),
  CACHE_MB: z.coerce.number(size).min(0, size).max(100_000, size).default(64),
  STORAGE: z.enum(['disk', 's3'], 'must be disk or s3').default('disk'),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must look like https://s3.example.org' }).optional(),
  S3_BUCKET: setting,
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: setting,
  S3_SECRET_ACCESS_KEY: setting,
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  SLOW_STATEMENT_MS: z.coerce.number(milliseconds).int(milliseconds).min(0, milliseconds).default(500),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

export type Config = ReturnType<typeof readConfig>;

/** A wrong environment, in one line for whoever runs the server. */
export class ConfigError extends Error {
  readonly exitCode = 78;
}

/**
 * Reads the configuration; throws a ConfigError that names the first wrong variable. A relative DATA_DIR is taken
 * from the current directory. An empty variable counts as unset, as `docker run -e NAME=` leaves it.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = environment.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new ConfigError(`${issue?.path.join('.')} ${issue?.message}`);
  }
  const { data } = result;
  // A letter's links lead to an address that nobody but the operator chooses, least of all a request's Host header.
  if (data.SMTP_URL && !data.PUBLIC_URL) {
    throw new ConfigError('PUBLIC_URL must be set beside SMTP_URL: letters hold links to it');
  }
  for (const name of ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const) {
    if (data.STORAGE === 's3' && !data[name])
      throw new ConfigError(`${name} must be set where STORAGE is s3`);
  }
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.PUBLIC_URL?.replace(/\/$/, ''),
    basePath: data.BASE_PATH,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    databaseDirectUrl: data.DATABASE_DIRECT_URL ?? data.DATABASE_URL,
    databaseReplicaUrls: data.DATABASE_REPLICA_URLS,
    sampleCatalog: data.SAMPLE_CATALOG,
    admin: { email: data.ADMIN_EMAIL, password: data.ADMIN_PASSWORD },
    corsOrigins: data.CORS_ORIGINS,
    trustProxy: data.TRUST_PROXY,
    mail:
      data.SMTP_URL && data.PUBLIC_URL
        ? { url: data.SMTP_URL, from: data.MAIL_FROM ?? `no-reply@${new URL(data.PUBLIC_URL).hostname}` }
        : null,
    signUp: data.SIGN_UP,
    cacheBytes: data.CACHE_MB * 1024 * 1024,
    storage: data.STORAGE,
    s3: {
      endpoint: data.S3_ENDPOINT,
      bucket: data.S3_BUCKET,
      region: data.S3_REGION,
      accessKeyId: data.S3_ACCESS_KEY_ID,
      secretAccessKey: data.S3_SECRET_ACCESS_KEY,
    },
    metricsToken: data.METRICS_TOKEN,
    slowStatementMs: data.SLOW_STATEMENT_MS,
    logLevel: data.LOG_LEVEL,
  };
}
