import { describe, expect, it } from 'vitest';
import { ImportError } from '../error.ts';
import { film, genres } from './fixture/films.ts';
import { type MovieRow, readMovie } from './movies-file.ts';
import { Report } from './report.ts';

function read(cells: Partial<MovieRow['cells']>, title = 'Any') {
  const report = new Report();
  const row = { file: 'movies.csv', row: 7, cells: film(603, title, cells).movie };
  return { film: readMovie(row, report), kinds: report.entries().map(({ kind }) => kind) };
}

describe('readMovie', () => {
  it('reads a film in which nothing is odd', () => {
    expect(read({}, 'The Salt Road')).toEqual({
      film: {
        tmdbId: 603,
        title: 'The Salt Road',
        description: 'What happens in The Salt Road.',
        releaseDate: '1974-05-06',
        releaseDatePrecision: 'day',
        durationMinutes: 95,
        budget: 2500000,
        country: { isoCode: 'GB', name: 'United Kingdom' },
        genres: [{ tmdbId: 18, name: 'Drama' }],
      },
      kinds: [],
    });
  });

  it.each<[Partial<MovieRow['cells']>, object, string[]]>([
    [{ release_date: '' }, { releaseDate: null, releaseDatePrecision: 'day' }, ['noDate']],
    [{ release_date: '1951' }, { releaseDate: '1951-01-01', releaseDatePrecision: 'year' }, []],
    [{ release_date: '1951-06' }, { releaseDate: '1951-06-01', releaseDatePrecision: 'month' }, []],
    [{ release_date: '1951-02-30' }, { releaseDate: null }, ['impossibleDate']],
    [{ release_date: '1869-12-31' }, { releaseDate: null }, ['impossibleDate']],
    [{ runtime: '' }, { durationMinutes: null }, ['noRuntime']],
    [{ runtime: '0.0' }, { durationMinutes: null }, ['zeroRuntime']],
    [{ runtime: '-3' }, { durationMinutes: null }, ['impossibleRuntime']],
    [{ runtime: '20001' }, { durationMinutes: null }, ['impossibleRuntime']],
    [{ runtime: '91.5' }, { durationMinutes: 92 }, []],
    [{ budget: '0' }, { budget: null }, ['zeroBudget']],
    [{ budget: '' }, { budget: null }, ['zeroBudget']],
    [{ budget: '-1' }, { budget: null }, ['impossibleBudget']],
    [{ budget: '2147483648' }, { budget: null }, ['impossibleBudget']],
    [{ budget: '2147483647' }, { budget: 2147483647 }, []],
    [{ budget: '12' }, { budget: 12 }, ['tinyBudget']],
    [{ title: ' ', original_title: 'Le  titre ' }, { title: 'Le titre' }, []],
    [{ overview: '\n' }, { description: null }, ['noOverview']],
    [{ production_countries: '' }, { country: null }, ['noCountry']],
    [{ genres: '[]' }, { genres: [] }, ['noGenre']],
    [{ genres: genres('War', 'War') }, { genres: [{ tmdbId: 10752, name: 'War' }] }, []],
  ])('%o', (cells, expected, kinds) => {
    const { film, kinds: found } = read(cells);
    expect(film).toMatchObject(expected);
    expect(found).toEqual(kinds);
  });

  it('leaves out a film without any title', () => {
    expect(read({ title: '', original_title: ' ' })).toEqual({ film: null, kinds: ['noTitle'] });
  });

  it.each<[Partial<MovieRow['cells']>, string]>([
    [{ id: 'x' }, 'movies.csv, row 7, column id: "x" is not a number'],
    [{ id: '' }, 'movies.csv, row 7, column id: is not the number of a film'],
    [{ id: '1.5' }, 'movies.csv, row 7, column id: is not the number of a film'],
    [{ id: '9999999999' }, 'movies.csv, row 7, column id: is not the number of a film'],
    [
      { release_date: '12/25/1999' },
      'movies.csv, row 7, column release_date: "12/25/1999" is not a date such as 1937-05-03',
    ],
    [{ runtime: 'long' }, 'movies.csv, row 7, column runtime: "long" is not a number'],
    [{ budget: '$5' }, 'movies.csv, row 7, column budget: "$5" is not a number'],
    [{ genres: '[{"id": 18' }, 'movies.csv, row 7, column genres: not JSON'],
    [{ genres: '{"id": 18}' }, 'movies.csv, row 7, column genres: the list: '],
    [
      { genres: '[{"id": 18, "name": "Drama"}, {"id": "x", "name": "War"}]' },
      'movies.csv, row 7, column genres: entry 2 id: ',
    ],
    [
      { production_countries: '[{"name": "Nowhere"}]' },
      'movies.csv, row 7, column production_countries: entry 1 iso_3166_1: ',
    ],
  ])('stops at %o and names the place', (cells, message) => {
    expect(() => read(cells)).toThrow(ImportError);
    expect(() => read(cells)).toThrow(message);
  });
});
