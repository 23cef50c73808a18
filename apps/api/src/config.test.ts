import { expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const wrong: Record<string, string[]> = {
  PORT: ['abc', '-1', '65536', '1.5', '80 80', 'Infinity'],
  PUBLIC_URL: ['films.example.org', 'ftp://films.example.org', 'javascript:alert(1)'],
  BASE_PATH: ['films', '/films/../x', '/fi lms', '//'],
  DATABASE_URL: ['mysql://localhost/films', 'localhost:5432', '/var/lib/postgresql'],
  DATABASE_DIRECT_URL: ['http://localhost'],
  DATABASE_REPLICA_URLS: ['replica:5432', 'postgres://a/films, http://b'],
  SAMPLE_CATALOG: ['yes', '1', 'TRUE'],
  ADMIN_EMAIL: ['admin', 'a@b@c'],
  ADMIN_PASSWORD: ['short', 'x'.repeat(129)],
  CORS_ORIGINS: ['app.example.org', 'https://app.example.org/', '*', 'https://a.example, nothing'],
  TRUST_PROXY: ['true', 'loopback', '10.0.0.0/33', '::1/129', '10.0.0/8', '10.0.0.0/8/8', '10.0.0.1, x'],
  SMTP_URL: ['mail.example.org', 'http://mail.example.org'],
  MAIL_FROM: ['films'],
  SIGN_UP: ['no', 'Open'],
  STORAGE: ['S3', 'local'],
  S3_ENDPOINT: ['s3.example.org', 'ftp://s3.example.org'],
  LOG_LEVEL: ['loud'],
};

it.each(Object.entries(wrong).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
  'names %s when it is %j, in one line',
  (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name} must .+$`));
  },
);

it('takes an empty variable for one that is not set', () => {
  const empty = Object.fromEntries(Object.keys(wrong).map((name) => [name, '']));
  expect(readConfig(empty)).toEqual(readConfig({}));
});

it('reads what is set', () => {
  const config = readConfig({
    PORT: '0',
    PUBLIC_URL: 'https://films.example.org/',
    BASE_PATH: '/films/',
    CORS_ORIGINS: 'https://a.example, http://localhost:5173',
    TRUST_PROXY: '10.0.0.0/8, ::1',
    SAMPLE_CATALOG: 'false',
    DATABASE_URL: 'postgresql://films:secret@db:5432/films',
  });
  expect(config).toMatchObject({
    port: 0,
    publicUrl: 'https://films.example.org',
    basePath: '/films',
    corsOrigins: ['https://a.example', 'http://localhost:5173'],
    trustProxy: ['10.0.0.0/8', '::1'],
    sampleCatalog: false,
    databaseUrl: 'postgresql://films:secret@db:5432/films',
    databaseDirectUrl: 'postgresql://films:secret@db:5432/films',
  });
});

it('asks for what a bucket needs, one after the other', () => {
  const read = (env: Record<string, string>) => () => readConfig({ STORAGE: 's3', ...env });
  expect(read({})).toThrow('S3_BUCKET must be set where STORAGE is s3');
  expect(read({ S3_BUCKET: 'films' })).toThrow('S3_ACCESS_KEY_ID must be set');
  expect(read({ S3_BUCKET: 'films', S3_ACCESS_KEY_ID: 'key' })).toThrow('S3_SECRET_ACCESS_KEY must be set');
});

it('sends e-mail only with an address of its own, and in its name', () => {
  const SMTP_URL = 'smtp://mail.example.org';
  expect(() => readConfig({ SMTP_URL })).toThrow(/^PUBLIC_URL must be set beside SMTP_URL: .+$/);
  const PUBLIC_URL = 'https://films.example.org/catalog';
  expect(readConfig({ SMTP_URL, PUBLIC_URL }).mail).toEqual({
    url: SMTP_URL,
    from: 'no-reply@films.example.org',
  });
  expect(readConfig({ SMTP_URL, PUBLIC_URL, MAIL_FROM: 'films@example.org' }).mail?.from).toBe(
    'films@example.org',
  );
  expect(readConfig({ PUBLIC_URL, MAIL_FROM: 'films@example.org' }).mail).toBeNull();
});
