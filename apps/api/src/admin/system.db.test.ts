import { systemState } from '@cinematheque/shared/system';
import { expect, it } from 'vitest';
import { keepHouse } from '../housekeeping.ts';
import { runJob } from '../jobs.ts';
import { testApi } from '../testing/api.ts';

const api = await testApi({ env: { SLOW_STATEMENT_MS: '1' } });
const read = async () => (await api.as('admin').admin.system.state()).item;

it('says what runs here', async () => {
  const state = systemState.parse(await read());
  expect(state).toMatchObject({
    versions: { node: process.versions.node, schema: expect.stringMatching(/^\d{4}-/) },
    database: { embedded: false, bytes: expect.any(Number) },
    storage: { kind: 'disk' },
  });
  expect(state.versions.postgres).toMatch(/^\d+\.\d+$/);
  expect(state.database.bytes).toBeGreaterThan(1_000_000);
});

it('O10: names a slow statement by its SQL and its request', async () => {
  const url = `/trpc/movies.list?input=${encodeURIComponent('{"q":"a secret wish","sort":"newest","limit":10}')}`;
  const answer = await api.app.inject({ url, headers: { origin: 'http://localhost' } });
  expect(answer.statusCode).toBe(200);
  const { slow } = await read();
  const ours = slow.statements.find(({ requestId }) => requestId === answer.headers['x-request-id']);
  expect(ours).toMatchObject({ path: '/trpc/movies.list', sql: expect.stringContaining('movies') });
  expect(JSON.stringify(slow)).not.toContain('secret wish');
});

it('times what is written too', async () => {
  await api.db.change({ channel: 'system' }, (tx) => tx.execute('select pg_sleep(0.02)'));
  expect((await read()).slow.statements).toContainEqual(
    expect.objectContaining({ sql: expect.stringContaining('pg_sleep'), requestId: null, path: null }),
  );
});

it('keeps the newest fifty', async () => {
  for (let i = 0; i < 60; i += 1) api.services.slowStatements.note({ text: `select ${i}`, ms: 900 });
  const kept = api.services.slowStatements.list();
  expect(kept).toHaveLength(50);
  expect(kept[0]?.sql).toBe('select 59');
});

it('remembers how each job ended', async () => {
  await keepHouse(api.services);
  const first = await read();
  expect(first.jobs).toMatchObject([
    { name: 'storageSweep', outcome: 'Nothing to remove' },
    { name: 'unusedFiles', outcome: 'Nothing to remove' },
  ]);

  // Within a day the storage is not compared again, by whichever server.
  await keepHouse(api.services);
  const [sweep, unused] = (await read()).jobs;
  expect(sweep).toEqual(first.jobs[0]);
  expect(unused).not.toEqual(first.jobs[1]);
});

it('says that a job failed, and nothing of what it was told', async () => {
  const fails = () => Promise.reject(new Error('https://key:secret@example.org refused'));
  await expect(runJob(api.db, 'backup', fails, () => '')).rejects.toThrow('refused');
  const { jobs } = await read();
  expect(jobs.find(({ name }) => name === 'backup')).toMatchObject({ outcome: null });
  expect(JSON.stringify(jobs)).not.toContain('secret');
});

it('gives the catalog another name, on every page', async () => {
  await api.call('admin', 'admin.system.rename', { data: { catalogName: 'Kino Babylon' } });
  const home = async () => (await api.app.inject('/')).body;
  // The first page of a server takes its time.
  await expect.poll(home, { timeout: 15_000 }).toContain('Kino Babylon');
  expect((await read()).catalogName).toBe('Kino Babylon');
  const wrong = await api.call('admin', 'admin.system.rename', { data: { catalogName: ' ' } });
  expect(wrong).toMatchObject({ status: 400, fields: { catalogName: expect.any(String) } });
});
