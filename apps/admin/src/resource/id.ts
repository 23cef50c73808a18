import type { z } from 'zod';

/** How a record's id stands in an address. */
export interface IdCodec<Id> {
  format: (id: Id) => string;
  /** Null for what no record can have. */
  parse: (text: string) => Id | null;
}

/** A number of its own: "12". */
export const serialId: IdCodec<number> = {
  format: String,
  parse: (text) => (/^[1-9]\d{0,9}$/.test(text) ? Number(text) : null),
};

/** The pair that a join row joins: "12-34", in the order of the key's fields. */
export function pairId<Pair extends Record<string, number>>(
  key: z.ZodType<Pair> & { shape: Record<string, unknown> },
): IdCodec<Pair> {
  const names = Object.keys(key.shape);
  return {
    format: (pair) => names.map((name) => pair[name]).join('-'),
    parse(text) {
      const numbers = text.split('-').map(Number);
      const pair = key.safeParse(Object.fromEntries(names.map((name, index) => [name, numbers[index]])));
      return pair.success && numbers.length === names.length ? pair.data : null;
    },
  };
}
