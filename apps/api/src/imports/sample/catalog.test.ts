import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDataSet } from './data-set.ts';
import { type SampleFilm, sampleCatalog } from './schema.ts';

const text = readFileSync(new URL('./catalog.json', import.meta.url), 'utf8');
const { films, countries } = sampleCatalog.parse(JSON.parse(text));

const year = ({ releaseDate }: SampleFilm) => releaseDate?.slice(0, 4);
const people = films.flatMap(({ cast, director }) => (director ? [...cast, director] : cast));
const repeated = <T>(values: T[]) => values.filter((value, index) => values.indexOf(value) !== index);

/** The keys that come with more than one value. */
function clashes(pairs: (readonly [string | number, unknown])[]) {
  const first = new Map(pairs.toReversed());
  return pairs.filter(([key, value]) => first.get(key) !== value).map(([key]) => key);
}

describe('the sample catalog', () => {
  it('is as large and as wide as a good programme', () => {
    expect(films.length).toBeGreaterThanOrEqual(250);
    expect(films.length).toBeLessThanOrEqual(400);
    expect(new Set(films.map((film) => year(film)?.slice(0, 3))).size).toBeGreaterThanOrEqual(10);
    expect(Object.keys(countries).length).toBeGreaterThanOrEqual(25);
    expect(films.filter(({ country }) => country === 'US').length).toBeLessThan(films.length / 2);
    expect(text.length).toBeLessThan(1_500_000);
  });

  it('holds each film once, by release date', () => {
    expect(repeated(films.flatMap(({ tmdbId }) => tmdbId ?? []))).toEqual([]);
    expect(repeated(films.map((film) => `${film.title.toLowerCase()} ${year(film)}`))).toEqual([]);
    const dates = films.map(({ releaseDate }) => releaseDate ?? '');
    expect(dates).toEqual(dates.toSorted());
  });

  it('names each country that it uses, and no other', () => {
    const used = films.flatMap(({ country }) => country ?? []);
    expect(Object.keys(countries)).toEqual([...new Set(used)].toSorted());
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect(Object.keys(countries).filter((code) => !names.of(code))).toEqual([]);
    expect(repeated(Object.values(countries))).toEqual([]);
  });

  it('describes at least sixty films in one line of its own', () => {
    const lines = films.flatMap(({ description }) => description ?? []);
    expect(lines.length).toBeGreaterThanOrEqual(60);
    expect(lines.filter((line) => line.length < 60 || line.includes('\n'))).toEqual([]);
    expect(repeated(lines)).toEqual([]);
  });

  it('knows each person by one id, one name and one gender', () => {
    expect(clashes(people.map(({ name, tmdbId }) => [name, tmdbId]))).toEqual([]);
    expect(clashes(people.map(({ name, tmdbId }) => [tmdbId ?? name, name]))).toEqual([]);
    expect(clashes(films.flatMap(({ cast }) => cast.map(({ name, gender }) => [name, gender])))).toEqual([]);
  });

  it('lists nobody twice in a cast, and no genre or part twice', () => {
    for (const { title, cast, genres } of films) {
      expect(repeated(cast.map(({ name }) => name)), title).toEqual([]);
      expect(repeated(genres), title).toEqual([]);
      for (const { characters } of cast) expect(repeated(characters), title).toEqual([]);
    }
  });
});

const dir = process.env.TMDB5000_DIR;
if (!dir)
  console.log('Not compared with the TMDB 5000 data set: set TMDB5000_DIR to the folder that holds it.');

describe.skipIf(!dir)('the sample catalog beside the TMDB 5000 data set', () => {
  it('has the same facts for each film that both hold', async () => {
    const dataSet = await readDataSet(dir ?? '', new Set(films.flatMap(({ tmdbId }) => tmdbId ?? [])));
    for (const { tmdbId, description, country, cast, ...facts } of films) {
      const source = tmdbId && dataSet.get(tmdbId);
      if (!source) continue;
      expect({ tmdbId, ...facts }).toEqual({ tmdbId, ...source.facts });
      expect(source.countries, facts.title).toContain(country);
      expect(cast.length, facts.title).toBe(Math.min(12, source.cast.length));
      expect(
        cast.map(({ gender, ...line }) => line),
        facts.title,
      ).toEqual(source.cast.slice(0, cast.length));
    }
    expect(dataSet.size).toBeGreaterThan(films.length / 2);
    console.log(`${dataSet.size} of the sample's ${films.length} films compared with the TMDB 5000 data set`);
  }, 60_000);
});
