import type { ImportedCountry } from '../film.ts';

/** Where a language is at home, the country that makes the most films in it first. */
const homes: Record<string, string> = {
  af: 'ZA',
  ar: 'EG LB MA SY TN DZ IQ JO PS SA AE',
  bn: 'BD IN',
  bs: 'BA',
  ca: 'ES',
  cn: 'HK CN MO',
  cs: 'CZ XC',
  da: 'DK',
  de: 'DE AT CH XG',
  el: 'GR CY',
  en: 'US GB CA AU IE NZ ZA',
  es: 'ES MX AR CL CO PE CU UY VE',
  et: 'EE',
  fa: 'IR AF TJ',
  fi: 'FI',
  fr: 'FR BE CA CH LU SN',
  he: 'IL',
  hi: 'IN',
  hr: 'HR YU',
  hu: 'HU',
  id: 'ID',
  is: 'IS',
  it: 'IT CH',
  ja: 'JP',
  ka: 'GE',
  ko: 'KR KP',
  ky: 'KG',
  lt: 'LT',
  lv: 'LV',
  ml: 'IN',
  nb: 'NO',
  nl: 'NL BE',
  no: 'NO',
  pl: 'PL',
  ps: 'AF',
  pt: 'BR PT AO MZ',
  ro: 'RO MD',
  ru: 'RU SU UA BY KZ',
  sk: 'SK XC',
  sl: 'SI YU',
  sr: 'RS YU',
  sv: 'SE FI',
  ta: 'IN LK',
  te: 'IN',
  th: 'TH',
  tr: 'TR',
  uk: 'UA',
  ur: 'PK IN',
  vi: 'VN',
  zh: 'CN TW HK SG',
};

/**
 * The one country that a film of several is filed under. TMDB lists many of them in the order of their codes, which
 * made Australia the first country of The Matrix (AU, US), so:
 * 1. Those where the original language is at home come before all others.
 * 2. Of several, a list in an order of its own is taken at its word: its first.
 * 3. A list in the order of the codes says nothing: the one that makes the most films in that language.
 */
export function chooseCountry(countries: ImportedCountry[], language: string): ImportedCountry | null {
  const [first] = countries;
  if (!first || countries.length === 1) return first ?? null;
  const preferred = (homes[language] ?? '').split(' ');
  const atHome = countries.filter(({ isoCode }) => isoCode && preferred.includes(isoCode));
  const listed = countries.map(({ isoCode }) => isoCode ?? '');
  const byCode = listed.every((code, i) => i === 0 || (listed[i - 1] ?? '') < code);
  if (byCode) atHome.sort((a, b) => preferred.indexOf(a.isoCode ?? '') - preferred.indexOf(b.isoCode ?? ''));
  return atHome[0] ?? first;
}
