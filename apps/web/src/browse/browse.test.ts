import { describe, expect, it } from 'vitest';
import { listInputOf, pressed, readBrowse, searchOf, withBrowse } from './browse.ts';
import { browseSearch } from './browse-search.ts';

describe('readBrowse', () => {
  it('reads ids with and without words, exclusions and repeated keys', () => {
    const { browse, dropped } = readBrowse({
      genre: ['1-drama', '-2'],
      country: '3-france',
      decade: ['1930', '-1940'],
      minutes: '90-120',
      match: 'all',
      q: ' moko ',
      sort: 'oldest',
      after: 'abc',
    });
    expect(dropped).toEqual([]);
    expect(listInputOf(browse)).toEqual({
      genres: [1],
      excludeGenres: [2],
      countries: [3],
      decades: [1930],
      excludeDecades: [1940],
      minutesFrom: 90,
      minutesTo: 120,
      match: 'all',
      q: 'moko',
      sort: 'oldest',
      cursor: 'abc',
    });
  });

  it.each([
    [{ genre: 'drama' }, 'genre “drama”'],
    [{ genre: '-' }, 'genre “-”'],
    [{ country: '99999999999' }, 'country “99999999999”'],
    [{ decade: '1955' }, 'decade “1955”'],
    [{ decade: '1860' }, 'decade “1860”'],
    [{ minutes: '120-90' }, 'minutes “120-90”'],
    [{ minutes: '-' }, 'minutes “-”'],
    [{ minutes: 'long' }, 'minutes “long”'],
    [{ sort: 'password' }, 'sort “password”'],
    [{ match: 'some' }, 'match “some”'],
    [{ year: '12' }, 'year “12”'],
    [{ pages: '99' }, 'pages “99”'],
    [{ q: 'x'.repeat(201) }, `q “${'x'.repeat(40)}…”`],
  ])('names what it drops of %j', (search, notice) => {
    const { browse, dropped } = readBrowse(search);
    expect(dropped).toEqual([notice]);
    expect(searchOf(browse)).toEqual({});
  });

  it('keeps the right values beside the wrong one', () => {
    const { browse } = readBrowse({ genre: ['1', 'x', '2'] });
    expect(searchOf(browse)).toEqual({ genre: ['1', '2'] });
  });

  it.each(['90-', '-120', '90-120'])('reads minutes %s and writes them again', (minutes) => {
    expect(searchOf(readBrowse({ minutes }).browse)).toEqual({ minutes });
  });
});

describe('addresses', () => {
  const { browse } = readBrowse({ genre: ['1', '-2'], sort: 'title', after: 'abc' });

  it('leads back to the first page with every change', () => {
    expect(withBrowse(browse, { sort: 'oldest' })).toEqual({ genre: ['1', '-2'], sort: 'oldest' });
  });

  it('chooses with the first press, excludes with the second, and forgets with the third', () => {
    const once = pressed(browse, 'genre', 3);
    expect(once).toEqual({ genre: ['1', '-2', '3'], sort: 'title' });
    const twice = pressed(readBrowse(once).browse, 'genre', 3);
    expect(twice).toEqual({ genre: ['1', '-2', '-3'], sort: 'title' });
    expect(pressed(readBrowse(twice).browse, 'genre', 3)).toEqual({ genre: ['1', '-2'], sort: 'title' });
  });

  it('keeps only what it knows, in the order of the address', () => {
    const search = browseSearch({ sort: 'title', utm_source: 'x', genre: ['', '1'], q: '', minutes: 5 });
    expect(Object.entries(search)).toEqual([
      ['sort', 'title'],
      ['genre', '1'],
    ]);
  });
});
