import { type AnyFilter, type Fields, filterOf } from '@cinematheque/shared/filter';

/** The filter that an address has, for whoever shows it; null for none, and for one that this list does not know. */
export function parseFilter(fields: Fields, text: string | undefined): AnyFilter | null {
  if (!text) return null;
  try {
    return filterOf(fields).safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
