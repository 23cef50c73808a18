import { z } from 'zod';

export const characterRole = z.enum(['leading', 'supporting', 'background'], 'Choose one of these');
export type CharacterRole = z.infer<typeof characterRole>;

/**
 * The role that a place in the billing stands for, when a source gives only the place: the first three lead, the
 * next seven support.
 */
export function roleByBilling(place: number): CharacterRole {
  if (place < 3) return 'leading';
  return place < 10 ? 'supporting' : 'background';
}
