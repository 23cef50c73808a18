import { expect, test } from 'vitest';
import { parseSearch, stringifySearch } from '../../search-params.ts';
import { listInput, listSearch, sortsOf, toggleSort } from './list-search.ts';

const sorts = ['title', 'year'];

test('keeps a number that is searched for a text', () => {
  expect(parseSearch('?q=300&sort=-year%2Ctitle')).toEqual({ q: '300', sort: '-year,title' });
  expect(stringifySearch({ q: '300', sort: undefined, after: '' })).toBe('?q=300');
});

test('asks the API for what the address says', () => {
  const search = listSearch.parse({ q: '300', sort: '-year,title', after: 'c' });
  expect(listInput(search, sorts)).toEqual({ q: '300', sort: ['-year', 'title'], cursor: 'c', limit: 50 });
});

test('drops what an address cannot mean', () => {
  const search = listSearch.parse({ q: { a: 1 }, sort: 'color,-year', after: 5 });
  expect(listInput(search, sorts)).toEqual({ sort: ['-year'], limit: 50 });
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
