import { expect, test } from 'vitest';
import { humanize, humanizePath } from './humanize.ts';

test('says the names of fields as people do', () => {
  expect(['posterFileId', 'releaseDate', 'genreIds', 'directorId', 'title'].map(humanize)).toEqual([
    'Poster',
    'Release date',
    'Genres',
    'Director',
    'Title',
  ]);
});

test('says where an error is, counting from one', () => {
  expect(humanizePath('cast.0.characters.1.name', {})).toBe('Cast 1, characters 2, name');
  expect(humanizePath('cast.11.personId', {})).toBe('Cast 12, person');
  expect(humanizePath('durationMinutes', { durationMinutes: 'Minutes' })).toBe('Minutes');
});
