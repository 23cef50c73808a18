import type { LiveChange, LiveRecords } from '@cinematheque/shared/live';
import { expect, test } from 'vitest';
import { lastOf, newsOf } from './news.ts';

const records = (
  table: string,
  operation: LiveRecords['operation'],
  ids: number[],
  movieIds: number[] = [],
) => ({
  ...{ table, operation, ids, movieIds },
  count: Math.max(1, ids.length),
});
const change = (user: string, ...parts: LiveRecords[]): LiveChange => ({
  ...{ revision: 1, changeId: 1, at: '2026-01-01T00:00:00.000Z', userId: 7, user },
  records: parts,
});

test('counts records, each once', () => {
  const changes = [
    change('anna', records('movies', 'insert', [1])),
    change('anna', records('movies', 'update', [1, 2])),
    change('ben', records('movies', 'update', [2]), records('genres', 'insert', [9])),
    change('ben', records('movies', 'delete', [3])),
  ];
  expect(newsOf('movies', changes)).toEqual({ created: 1, changed: 1, deleted: 1, users: ['anna', 'ben'] });
  expect(newsOf('genres', changes)).toEqual({ created: 1, changed: 0, deleted: 0, users: ['ben'] });
  expect(newsOf('persons', changes)).toEqual({ created: 0, changed: 0, deleted: 0, users: [] });
});

test('leaves out what came and went', () => {
  const changes = [
    change('a', records('movies', 'insert', [1])),
    change('a', records('movies', 'delete', [1])),
  ];
  expect(newsOf('movies', changes)).toMatchObject({ created: 0, deleted: 0 });
});

test('a cast is part of its film, and a list of its own', () => {
  const changes = [change('anna', records('movie_persons', 'insert', [], [4]))];
  expect(newsOf('movies', changes)).toMatchObject({ changed: 1 });
  expect(newsOf('moviePersons', changes)).toMatchObject({ created: 1 });
  expect(lastOf('movies', '4', changes)).toEqual({ user: 'anna', deleted: false });
  expect(lastOf('movies', '5', changes)).toBeNull();
});

test('a record that is gone is said to be', () => {
  const changes = [
    change('anna', records('movies', 'update', [4])),
    change('ben', records('movies', 'delete', [4])),
  ];
  expect(lastOf('movies', '4', changes)).toEqual({ user: 'ben', deleted: true });
});
