import { expect, test } from 'vitest';
import { conditionOn, filterOfDraft, isGroup, newGroup, startFrom, withPart } from './draft.ts';

const title = { field: 'title', op: 'contains' as const, value: 'quai' };
const noPoster = { field: 'posterFileId', op: 'empty' as const };

test('reads a filter into a draft and back', () => {
  const filter = { and: [title, { or: [noPoster, { field: 'budget', op: 'is' as const, value: 0 }] }] };
  expect(filterOfDraft(startFrom(filter))).toEqual(filter);
  expect(filterOfDraft(startFrom(title))).toEqual({ and: [title] });
  expect(filterOfDraft(startFrom(null))).toBeNull();
});

test('leaves out what is not complete yet', () => {
  const started = conditionOn('title', { kind: 'text' });
  const genres = { ...conditionOn('genreIds', { kind: 'relations', to: 'genres' }), value: [] };
  const draft = newGroup('and', [started, genres, newGroup('or', [started])]);
  expect(filterOfDraft(draft)).toBeNull();
  expect(filterOfDraft(withPart(draft, started.key, { ...started, value: 'x' }))).toEqual({
    and: [
      { field: 'title', op: 'contains', value: 'x' },
      { or: [{ field: 'title', op: 'contains', value: 'x' }] },
    ],
  });
});

test('takes a part out, wherever it stands', () => {
  const draft = startFrom({ and: [title, { or: [noPoster, title] }] });
  const [, inner] = draft.parts;
  const [first] = inner && isGroup(inner) ? inner.parts : [];
  expect(filterOfDraft(withPart(draft, first?.key ?? 0, null))).toEqual({ and: [title, { or: [title] }] });
});

test('asks a kind in its first way', () => {
  expect(conditionOn('x', { kind: 'presence' }).op).toBe('empty');
  expect(conditionOn('x', { kind: 'boolean' })).toMatchObject({ op: 'is', value: true });
  expect(conditionOn('x', { kind: 'date', optional: true }).op).toBe('in');
});
