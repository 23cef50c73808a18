import { expect, test } from 'vitest';
import { parseSearch, stringifySearch } from '../../search-params.ts';
import {
  changed,
  isSameState,
  listInput,
  listSearch,
  pageInput,
  sortsOf,
  stateOf,
  toggleSort,
} from './list-search.ts';

const sorts = ['title', 'year'];
const fields = { title: { kind: 'text' }, posterFileId: { kind: 'presence' } } as const;
const noPoster = { field: 'posterFileId', op: 'empty' } as const;

test('keeps a number that is searched for a text', () => {
  expect(parseSearch('?q=300&sort=-year%2Ctitle')).toEqual({ q: '300', sort: '-year,title' });
  expect(stringifySearch({ q: '300', sort: undefined, after: '' })).toBe('?q=300');
});

test('asks the API for what the address says', () => {
  const search = listSearch.parse({
    q: '300',
    sort: '-year,title',
    after: 'c',
    filter: JSON.stringify(noPoster),
  });
  const asked = { q: '300', filter: noPoster, sort: ['-year', 'title'] };
  expect(listInput(search, sorts, fields)).toEqual(asked);
  expect(pageInput(search, sorts, fields)).toEqual({ ...asked, cursor: 'c', limit: 50 });
});

test('drops what an address cannot mean', () => {
  const search = listSearch.parse({ q: { a: 1 }, sort: 'color,-year', after: 5 });
  expect(listInput(search, sorts, fields)).toEqual({ sort: ['-year'] });
  for (const filter of ['{', '[]', '{"field":"passwordHash","op":"empty"}', '{"field":"title","op":"empty"}'])
    expect(listInput({ filter }, sorts, fields)).toEqual({});
});

test('shows a saved view until the address says something of its own', () => {
  const view = { q: 'quai', filter: JSON.stringify(noPoster) };
  expect(stateOf({ view: '3', after: 'c' }, view)).toEqual({ ...view, view: '3', after: 'c' });
  expect(stateOf({ view: '3', sort: 'title' }, view)).toEqual({ view: '3', sort: 'title' });
  expect(stateOf({ q: 'x' }, undefined)).toEqual({ q: 'x' });
  expect(isSameState({ ...view, sort: '' }, { ...view, view: '3', after: 'c' })).toBe(true);
  expect(isSameState(view, { ...view, sort: 'title' })).toBe(false);
});

test('begins again at the first page with every change', () => {
  const before = { q: 'x', sort: 'title', after: 'c', view: '3' };
  expect(changed(before, { filter: 'f' })).toEqual({ q: 'x', sort: 'title', filter: 'f' });
  expect(changed(before, { q: undefined })).toEqual({ sort: 'title' });
});

test('sorts by one column, turns it round, and adds another', () => {
  expect(toggleSort([], 'title', false)).toBe('title');
  expect(toggleSort(['title'], 'title', false)).toBe('-title');
  expect(toggleSort(['-title'], 'title', false)).toBe('title');
  expect(toggleSort(['-title'], 'year', true)).toBe('-title,year');
  expect(toggleSort(['-title', 'year'], 'year', true)).toBe('-title,-year');
  expect(toggleSort(['-title', 'year'], 'year', false)).toBe('-year');
  expect(sortsOf({ sort: '-title,year' }, ['year'])).toEqual(['year']);
});
