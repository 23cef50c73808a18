import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildServer } from '../server.ts';
import { testApi } from '../testing/api.ts';
import { httpClient } from '../testing/http.ts';

const api = await testApi();

/** The server with a log that can be read, and a database that fails in a way nobody thought of. */
async function failing(read: <T>() => Promise<T>) {
  const log: string[] = [];
  const config = { ...api.services.config, logLevel: 'info' as const };
  const services = { ...api.services, config, db: { ...api.db, read } };
  const app = await buildServer(services, { write: (line) => void log.push(line) });
  return { http: httpClient(app), log: () => log.join('') };
}

const SECRET = "select password_hash from users where email = 'ana@example.org'";
const unexpected = async (): Promise<never> => {
  throw new TypeError(SECRET);
};

afterEach(() => vi.unstubAllEnvs());

describe.each([undefined, 'production', 'prod', 'development', 'test'])(
  'H5, S84, S85: with NODE_ENV %s',
  (environment) => {
    it.each([
      '/trpc/movies.list',
      '/trpc/account.me,movies.list?batch=1',
      '/files/1/0123456789abcdef/original.png',
    ])('an unexpected error is a 500 that tells nothing but its number: %s', async (url) => {
      vi.stubEnv('NODE_ENV', environment);
      const { http, log } = await failing(unexpected);
      const { status, text } = await http.send({ method: 'GET', url });
      expect(url.includes('batch') ? [207, 500] : [500]).toContain(status);
      expect(text).toContain('Something went wrong on our side.');
      expect(text).toContain('INTERNAL_SERVER_ERROR');
      expect(text).not.toMatch(/select|password|users|TypeError|\.ts|stack|node_modules|\/src\//);
      const { requestId } = /"requestId":"(?<requestId>[^"]+)"/.exec(text)?.groups ?? {};
      expect(requestId, text).toBeTruthy();
      const logged = log();
      expect(logged).toContain(SECRET);
      expect(logged).toContain(`"reqId":"${requestId}"`);
    });
  },
);

describe('H5: what else is a mistake of ours', () => {
  it('is a 500 when an answer is not as it should be', async () => {
    const odd = '{ "rows": [], "total": { "value": "many", "exact": true } }';
    const { http, log } = await failing(async () => JSON.parse(odd));
    const answer = await http.call('movies.list');
    expect(answer).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR', fields: {} });
    expect(log()).toContain('Output validation failed');
  });

  it.each(['42P01', '42601', '42883', 'XX000', '0A000'])('is a 500 when PostgreSQL says %s', async (code) => {
    const { http } = await failing(async () => {
      throw Object.assign(new Error('relation "secrets" does not exist'), { code, table: 'secrets' });
    });
    const answer = await http.call('movies.list');
    expect(answer).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
    expect(answer.text).not.toContain('secrets');
  });

  it('says of what PostgreSQL refuses no more than the field', async () => {
    const taken = await api.rows.genre({ name: 'Noir' });
    const answer = await api.call('editor', 'admin.genres.create', { data: { name: 'NOIR' } });
    expect(answer).toMatchObject({ status: 400, code: 'VALIDATION', fields: { name: 'Is already taken' } });
    const gone = await api.call('editor', 'admin.persons.create', {
      data: { lastName: 'X', countryId: 999_999 },
    });
    expect(gone).toMatchObject({ status: 400, fields: { countryId: 'Does not exist (any more)' } });
    for (const { text } of [answer, gone])
      expect(text).not.toMatch(/constraint|insert|genres_|violates|Key \(/);
    expect(taken.id).toBeGreaterThan(0);
  });

  it('has an error of its own for a path that is not there', async () => {
    for (const url of ['/trpc/nothing.here', '/trpc/movies', '/files/x', '/files/1/2/3', '/trpc']) {
      const answer = await api.http.send({ method: 'GET', url });
      expect(answer, url).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    }
  });
});

it('S28: keeps cookies and passwords out of the log, even at its most talkative', async () => {
  const log: string[] = [];
  const config = { ...api.services.config, logLevel: 'trace' as const };
  const app = await buildServer({ ...api.services, config }, { write: (line) => void log.push(line) });
  const http = httpClient(app);
  const cookie = await http.signIn('visitor', 'correct horse battery');
  await http.call('account.me', undefined, { cookie });
  await http.call('account.signIn', { email: 'visitor', password: 'a wrong password' });
  expect(log.join('')).toContain('/trpc/account.signIn');
  const secret = cookie.split('=')[1] ?? '';
  for (const text of [secret, 'correct horse', 'a wrong password', '$argon2'])
    expect(log.join('')).not.toContain(text);
});
