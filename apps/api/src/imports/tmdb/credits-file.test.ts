import { describe, expect, it } from 'vitest';
import { readCast, readDirector } from './credits-file.ts';
import { type CastEntry, type CrewEntry, plays, works } from './fixture/people.ts';
import { People } from './people.ts';
import { Report } from './report.ts';

function row(cast: CastEntry[], crew: CrewEntry[] = []) {
  const report = new Report();
  const reading = { film: 'Any', report, people: new People(report) };
  const cells = { movie_id: '603', cast: JSON.stringify(cast), crew: JSON.stringify(crew) };
  return { row: { file: 'credits.csv', row: 7, cells }, reading, report };
}

function castOf(...entries: CastEntry[]) {
  const { row: given, reading, report } = row(entries);
  const cast = readCast(given, reading);
  return { cast: cast.map(({ lastName, character }) => `${lastName}: ${character}`), report, full: cast };
}

describe('readDirector', () => {
  it('takes the first listed and counts the others', () => {
    const {
      row: given,
      reading,
      report,
    } = row([], [works('Tom Hale', 'Writer'), works('Sam Rowe'), works('Leo Farkas')]);
    expect(readDirector(given, reading)).toEqual({ tmdbId: 116, firstName: 'Sam', lastName: 'Rowe' });
    expect(report.entries()).toMatchObject([
      { kind: 'severalDirectors', examples: ['Any: Sam Rowe, Leo Farkas'] },
    ]);
  });

  it('does not count one who is listed twice', () => {
    const { row: given, reading, report } = row([], [works('Sam Rowe'), works('Sam Rowe')]);
    expect(readDirector(given, reading)?.lastName).toBe('Rowe');
    expect(report.entries()).toEqual([]);
  });

  it('finds none', () => {
    const { row: given, reading, report } = row([], [works('Tom Hale', 'Assistant Director')]);
    expect(readDirector(given, reading)).toBeNull();
    expect(report.count('noDirector')).toBe(1);
  });
});

describe('readCast', () => {
  it('sorts by billing, and by the list where two have one place', () => {
    const { cast, report } = castOf(
      plays('Leo Farkas', 'C', 7),
      plays('Sam Rowe', 'A', 2),
      plays('Tom Hale', 'B', 2),
    );
    expect(cast).toEqual(['Rowe: A', 'Hale: B', 'Farkas: C']);
    expect(report.count('repeatedOrder')).toBe(1);
  });

  it('gives roles by the place in the billing, whatever gaps the numbers have', () => {
    const crowd = Array.from({ length: 12 }, (_, i) => ({
      ...plays('Sam Rowe', `Part ${i}`, 5 + i * 3),
      id: 500 + i,
    }));
    expect(castOf(...crowd).full.map(({ role }) => role)).toEqual([
      ...Array(3).fill('leading'),
      ...Array(7).fill('supporting'),
      ...Array(2).fill('background'),
    ]);
  });

  it('keeps who has no part, and whoever plays two', () => {
    const { cast, report } = castOf(
      plays('Tom Hale', 'Abel', 0),
      plays('Sam Rowe', ' ', 1),
      plays('Tom Hale', 'Cain', 2),
    );
    expect(cast).toEqual(['Hale: Abel', 'Rowe: null', 'Hale: Cain']);
    expect(report.entries()).toMatchObject([
      { kind: 'emptyCharacter', count: 1, examples: ['Any: Sam Rowe'] },
    ]);
  });

  it('keeps a part once, and leaves out people without a name', () => {
    const { cast, report } = castOf(plays('Tom Hale', 'Abel', 0), plays('Tom Hale', 'Abel', 1), {
      id: 5,
      name: '',
      gender: 0,
      character: 'X',
      order: 2,
    });
    expect(cast).toEqual(['Hale: Abel']);
    expect([report.count('repeatedPart'), report.count('noName')]).toEqual([1, 1]);
  });

  it('cuts what is too long and tidies names', () => {
    const { full } = castOf(plays('  Nora   Quill ', `${'x'.repeat(300)}`, 0));
    expect(full[0]).toMatchObject({ firstName: 'Nora', lastName: 'Quill', gender: 'female' });
    expect(full[0]?.character).toMatch(/^x{254}…$/);
  });

  it('names row, column and entry of what it cannot read', () => {
    const { row: given, reading } = row([]);
    given.cells.cast = '[{"id": 1, "name": "A", "order": 0}, {"id": 0, "name": "B", "order": 1}]';
    expect(() => readCast(given, reading)).toThrow('credits.csv, row 7, column cast: entry 2 id: ');
  });
});

describe('People', () => {
  it('tells of namesakes once, of contradictions once, and of names of one word', () => {
    const report = new Report();
    const people = new People(report);
    for (const id of [1, 2, 3, 1]) people.meet(id, 'Craig Johnson', 'unknown');
    for (const gender of ['male', 'unknown', 'female', 'male'] as const) people.meet(4, 'Ann Lee', gender);
    people.meet(5, 'Zaroff', 'male');
    expect(report.entries()).toMatchObject([
      { kind: 'oneWordName', count: 1 },
      { kind: 'namesakes', count: 1, examples: ['Craig Johnson (TMDB 1, 2)'] },
      { kind: 'contradictoryGender', count: 1 },
    ]);
  });
});
