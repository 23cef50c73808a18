import { select } from '@cinematheque/db/change';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { found } from './options.ts';
import { testApi } from './testing/api.ts';

const api = await testApi();
const { rows } = api;
const persons = api.as('editor').admin.persons;

const labels = async (q: string, limit?: number) =>
  (await persons.options({ q, limit })).items.map(({ label }) => label);

describe('the choices of a picker', () => {
  beforeAll(async () => {
    const michelle = { firstName: 'Michelle', lastName: 'Williams' };
    const one = await rows.person({ ...michelle, dateOfBirth: '1980-09-09' });
    const other = await rows.person({ ...michelle, dateOfBirth: '1979-07-23' });
    await rows.movie({ title: 'Blue Valentine', releaseDate: '2010-01-24', cast: [{ person: one }] });
    await rows.movie({ title: 'Beyond the Lights', cast: [{ person: other }] });
    await rows.person({ firstName: 'Wilhelmina', lastName: 'Michel' });
    await rows.person({ firstName: null, lastName: 'Wil' });
    await rows.person({ firstName: 'Xi', lastName: 'Łuk' });
  });

  it('tell namesakes apart by birth and by what they are known for', async () => {
    const { items } = await persons.options({ q: 'michelle wil' });
    expect(items.map(({ hint }) => hint)).toEqual([
      'born 1980 · known for Blue Valentine',
      'born 1979 · known for Beyond the Lights',
    ]);
    expect(items.every(({ photo }) => photo === null)).toBe(true);
  });

  it('begin with who is called exactly so, then with whose name begins so', async () => {
    expect(await labels('wil')).toEqual([
      'Wil',
      'Wilhelmina Michel',
      'Michelle Williams',
      'Michelle Williams',
    ]);
    expect(await labels('michel', 1)).toEqual(['Michelle Williams']);
    expect(await labels('WILLIAMS')).toEqual(['Michelle Williams', 'Michelle Williams']);
  });

  it('are found by one and by two letters, where a word begins', async () => {
    expect(await labels('x')).toEqual(['Xi Łuk']);
    expect(await labels('lu')).toEqual(['Xi Łuk']);
    expect(await labels('uk')).toEqual([]);
    expect(await labels('x l')).toEqual(['Xi Łuk']);
  });

  it('are none for what has no letters, and in order for nothing', async () => {
    expect(await labels('%')).toEqual([]);
    expect(await labels(' ', 2)).toEqual(['Michelle Williams', 'Michelle Williams']);
  });

  it('are those that a form has, in any order, where it names them', async () => {
    const all = (await persons.options({ q: 'michelle' })).items.map(({ id }) => id);
    const { items } = await persons.options({ ids: all });
    expect(items.map(({ id }) => id).sort()).toEqual(all.sort());
  });

  it('come out of an index, whatever is typed first', async () => {
    await api.db.change({ channel: 'system' }, (tx) =>
      select(
        tx,
        sql`insert into persons (first_name, last_name)
          select 'Ana ' || n, 'Wilms ' || md5(n::text) from generate_series(1, 2000) n`,
      ),
    );
    for (const q of ['', 'w', 'wi', 'xi', 'wilms', 'q7']) {
      const plan = await api.db.change({ channel: 'system' }, async (tx) => {
        await select(tx, sql`analyze persons`);
        const ids = found({ search: 't.name_folded' }, 'persons', q, 20);
        return select<unknown>(tx, sql`explain (format json) ${ids}`);
      });
      expect(JSON.stringify(plan), q).toContain('"Index Name":"persons_folded"');
    }
  });
});
