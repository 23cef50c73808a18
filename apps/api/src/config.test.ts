import { expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const wrong: Record<string, string[]> = {
  PORT: ['abc', '-1', '65536', '1.5', '80 80', 'Infinity'],
  PUBLIC_URL: ['films.example.org', 'ftp://films.example.org', 'javascript:alert(1)'],
  BASE_PATH: ['films', '/films/../x', '/fi lms', '//'],
  DATABASE_URL: ['mysql://localhost/films', 'localhost:5432', '/var/lib/postgresql'],
  DATABASE_DIRECT_URL: ['http://localhost'],
  SAMPLE_CATALOG: ['yes', '1', 'TRUE'],
  ADMIN_EMAIL: ['admin', 'a@b@c'],
  ADMIN_PASSWORD: ['short', 'x'.repeat(129)],
  CORS_ORIGINS: ['app.example.org', 'https://app.example.org/', '*', 'https://a.example, nothing'],
  TRUST_PROXY: ['true', 'loopback', '10.0.0.0/33', '::1/129', '10.0.0/8', '10.0.0.0/8/8', '10.0.0.1, x'],
  SIGN_UP: ['no', 'Open'],
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
