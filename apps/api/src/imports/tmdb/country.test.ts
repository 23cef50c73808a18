import { expect, it } from 'vitest';
import { chooseCountry } from './country.ts';

const choose = (codes: string, language: string) =>
  chooseCountry(
    codes
      .split(' ')
      .filter(Boolean)
      .map((isoCode) => ({ isoCode, name: isoCode })),
    language,
  )?.isoCode ?? null;

it.each<[codes: string, language: string, chosen: string | null, why: string]>([
  ['', 'en', null, 'none is none'],
  ['IS', 'en', 'IS', 'one is the one'],
  ['AU US', 'en', 'US', 'ordered by code: the language decides'],
  ['US AU', 'en', 'US', 'an order of its own'],
  ['GB FR US', 'en', 'GB', 'an order of its own: the first that speaks the language'],
  ['DE US', 'en', 'US', 'a German studio, an American film'],
  ['FR IT', 'it', 'IT', 'the language decides'],
  ['FR BE', 'de', 'FR', 'nobody speaks it: the first listed'],
  ['AR ES', 'es', 'ES', 'ordered by code: the larger output'],
  ['FR DE', 'xx', 'FR', 'a language that we do not know: the first listed'],
])('%s in %s: %s (%s)', (codes, language, expected) => {
  expect(choose(codes, language)).toBe(expected);
});

it('copes with a country without a code', () => {
  const countries = [
    { isoCode: null, name: 'Nowhere' },
    { isoCode: 'DK', name: 'Denmark' },
  ];
  expect(chooseCountry(countries, 'da')?.name).toBe('Denmark');
});
