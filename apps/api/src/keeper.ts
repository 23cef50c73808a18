import type { CatalogWatch } from '@cinematheque/db/catalog-watch';
import { LRUCache } from 'lru-cache';

/** What was made, how much memory it takes, and for how many milliseconds it may be given again; 0: not at all. */
export interface Made<Value> {
  value: Value;
  bytes: number;
  life: number;
}

/** Until the catalog changes, and not longer than this: an answer may follow from the date. */
export const KEPT_FOR = 60_000;

/** What counts hearts, which do not change the catalog, may be as old as this. */
export const KEPT_BRIEFLY_FOR = 2_000;

/**
 * Keeps what is made from the catalog alone until the catalog changes. Whoever asks for the same thing while it is
 * being made waits for it. What was begun before a change is neither kept nor given to anybody who asks after it, so
 * that nobody reads what was before an edit that he knows of (HAZARDS: R20).
 */
export function createKeeper<Value extends object>(
  catalog: Pick<CatalogWatch, 'onMove' | 'isCurrent'>,
  maxBytes: number,
) {
  const kept = maxBytes > 0 ? new LRUCache<string, Value>({ maxSize: maxBytes }) : null;
  /** Being made since the last change. */
  let pending = new Map<string, Promise<Value>>();
  catalog.onMove(() => {
    kept?.clear();
    pending = new Map();
  });

  return {
    get(key: string, make: () => Promise<Made<Value>>): Value | Promise<Value> {
      if (!kept || !catalog.isCurrent()) return make().then(({ value }) => value);
      const known = kept.get(key) ?? pending.get(key);
      if (known) return known;
      const since = pending;
      const making = make()
        .then(({ value, bytes, life }) => {
          if (life > 0 && since === pending) kept.set(key, value, { size: bytes + key.length, ttl: life });
          return value;
        })
        .finally(() => since.delete(key));
      since.set(key, making);
      return making;
    },
  };
}

export type Keeper<Value> = ReturnType<typeof createKeeper<Value & object>>;
