import { describe, expect, it } from 'vitest';
import { allOf, firstOf, parseSearch, stringifySearch } from './search-params.ts';

describe('search params', () => {
  it('keeps text as text', () => {
    expect(parseSearch('?q=300&after=true')).toEqual({ q: '300', after: 'true' });
  });

  it('reads and writes repeated keys', () => {
    const params = { genre: ['1', '-2-drama'], sort: 'title' };
    expect(stringifySearch(params)).toBe('?genre=1&genre=-2-drama&sort=title');
    expect(parseSearch(stringifySearch(params))).toEqual(params);
  });

  it('leaves out what is absent', () => {
    expect(stringifySearch({ a: undefined, b: null, c: '', d: [] })).toBe('');
  });

  it.each(['a&b=c', 'é 漢 +', '%', '"<script>"', '#'])('brings %j through an address', (q) => {
    expect(parseSearch(stringifySearch({ q }))).toEqual({ q });
  });

  it('is not led into the prototype', () => {
    const params = parseSearch('?__proto__=x&constructor=y');
    expect(Object.getPrototypeOf(params)).toBe(Object.prototype);
    expect(params.constructor).toBe('y');
  });

  it('gives one or all of a key', () => {
    expect(firstOf(['a', 'b'])).toBe('a');
    expect(firstOf(undefined)).toBeUndefined();
    expect(allOf('a')).toEqual(['a']);
    expect(allOf(undefined)).toEqual([]);
  });
});
