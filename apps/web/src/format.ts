import { yearOf } from '@cinematheque/shared/names';
import type { Precision } from '@cinematheque/shared/text';

const dayFormat = { timeZone: 'UTC', year: 'numeric' } as const;
const dates = {
  year: new Intl.DateTimeFormat('en-GB', dayFormat),
  month: new Intl.DateTimeFormat('en-GB', { ...dayFormat, month: 'long' }),
  day: new Intl.DateTimeFormat('en-GB', { ...dayFormat, month: 'long', day: 'numeric' }),
} as const satisfies Record<Precision, Intl.DateTimeFormat>;
const counts = new Intl.NumberFormat('en-US');
const dollars = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});

/** "28 January 1937", "January 1937" or "1937": no more than is known. */
export const formatDate = (day: string, precision: Precision): string =>
  dates[precision].format(new Date(`${day}T00:00:00Z`));

/** The same for machines: the value of <time dateTime>. */
export const machineDate = (day: string, precision: Precision): string =>
  day.slice(0, { year: 4, month: 7, day: 10 }[precision]);

const instants = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
});

/** "25 Nov 2026, 20:15 UTC": the same on the server and in every browser. */
export const formatInstant = (instant: string): string => `${instants.format(new Date(instant))} UTC`;

/** "1 h 34 min" */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours && `${hours} h`, rest && `${rest} min`].filter(Boolean).join(' ');
}

/** "60–89 min", "under 60 min", "150 min and more" */
export function formatSpan({ from, to }: { from?: number; to?: number }): string {
  if (from === undefined) return `under ${(to ?? 0) + 1} min`;
  return to === undefined ? `${from} min and more` : `${from}–${to} min`;
}

export const formatMoney = (amount: number): string => dollars.format(amount);

export const formatCount = (count: number): string => counts.format(count);

/** "1 film", "4,803 films" */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** A list's total in words; beyond the cap it is an estimate, and says so. */
export const formatTotal = (total: { value: number; exact: boolean }, one: string, many?: string): string =>
  `${total.exact ? '' : 'about '}${countOf(total.value, one, many)}`;

/** "Pépé le Moko (1937)" */
export function titleAndYear({ title, releaseDate }: { title: string; releaseDate: string | null }): string {
  return releaseDate ? `${title} (${yearOf(releaseDate)})` : title;
}
