import { personInput } from '@cinematheque/shared/person';
import { expect, test } from 'vitest';
import { changedNames, emptied, isOptional, messagesOf, withoutField } from './values.ts';

test('an emptied field becomes what the input takes for empty', () => {
  const values = emptied({ firstName: '', lastName: '', biography: null, gender: '' }, personInput.shape);
  expect(values).toEqual({ firstName: null, lastName: '', biography: null, gender: undefined });
  expect(messagesOf(personInput.safeParse(values).error ?? fail())).toEqual({ lastName: 'Fill this in' });
});

test('knows what may be left out', () => {
  expect(isOptional(personInput.shape.firstName)).toBe(true);
  expect(isOptional(personInput.shape.lastName)).toBe(false);
});

test('counts the fields that differ, lists by content', () => {
  expect(changedNames({ title: 'b', genreIds: [1, 2] }, { title: 'a', genreIds: [1, 2] })).toEqual(['title']);
  expect(changedNames({ genreIds: [2, 1] }, { genreIds: [1, 2] })).toEqual(['genreIds']);
});

test('forgets the errors of a field and of what lies in it, not of its namesakes', () => {
  const errors = { 'cast.0.personId': 'Choose one', cast: 'Too many', castle: 'x', title: 'Fill this in' };
  expect(withoutField(errors, 'cast')).toEqual({ castle: 'x', title: 'Fill this in' });
});

function fail(): never {
  throw new Error('A person without a last name is none');
}
