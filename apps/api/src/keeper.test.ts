import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { createKeeper } from './keeper.ts';

/** A catalog that moves when it is told to, and may be out of sight. */
function watched() {
  const listeners: (() => void)[] = [];
  return {
    current: true,
    onMove(listener: () => void) {
      listeners.push(listener);
      return () => {};
    },
    isCurrent() {
      return this.current;
    },
    move: () => {
      for (const listener of listeners) listener();
    },
    close: async () => {},
  };
}

/** Something that takes until it is told to be ready, and counts how often it was made. */
function slow(life = 1_000, bytes = 10) {
  const waiting: (() => void)[] = [];
  const make = vi.fn(async () => {
    const value = { n: make.mock.calls.length };
    await new Promise<void>((resolve) => waiting.push(resolve));
    return { value, bytes, life };
  });
  const ready = () => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  return { make, ready };
}

async function once(keeper: ReturnType<typeof createKeeper<{ n: number }>>, key: string, life: number) {
  const { make, ready } = slow(life);
  const got = keeper.get(key, make);
  ready();
  await got;
  return make.mock.calls.length;
}

describe('a keeper', () => {
  it('makes a thing once for all who ask meanwhile, and for those who ask afterwards', async () => {
    const keeper = createKeeper<{ n: number }>(watched(), 1000);
    const { make, ready } = slow();
    const asked = [keeper.get('a', make), keeper.get('a', make), keeper.get('a', make)];
    ready();
    expect(await Promise.all([...asked, keeper.get('a', make)])).toEqual([
      { n: 1 },
      { n: 1 },
      { n: 1 },
      { n: 1 },
    ]);
    expect(await keeper.get('a', make)).toEqual({ n: 1 });
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('gives nothing from before a change to anybody who asks after it', async () => {
    const catalog = watched();
    const keeper = createKeeper<{ n: number }>(catalog, 1000);
    const { make, ready } = slow();
    const before = keeper.get('a', make);
    catalog.move();
    const after = keeper.get('a', make);
    ready();
    expect(await before).toEqual({ n: 1 });
    expect(await after).toEqual({ n: 2 });
    expect(await keeper.get('a', make), 'what was begun after it is kept').toEqual({ n: 2 });
    catalog.move();
    const last = keeper.get('a', make);
    ready();
    expect(await last).toEqual({ n: 3 });
  });

  it('keeps nothing that was begun before a change', async () => {
    const catalog = watched();
    const keeper = createKeeper<{ n: number }>(catalog, 1000);
    const { make, ready } = slow();
    const before = keeper.get('a', make);
    catalog.move();
    ready();
    await before;
    expect(await once(keeper, 'a', 1000)).toBe(1);
  });

  it('keeps nothing while nobody knows whether the catalog has changed', async () => {
    const catalog = watched();
    const keeper = createKeeper<{ n: number }>(catalog, 1000);
    expect(await once(keeper, 'a', 1000)).toBe(1);
    catalog.current = false;
    expect(await once(keeper, 'a', 1000)).toBe(1);
    catalog.current = true;
    expect(await once(keeper, 'a', 1000)).toBe(0);
  });

  it('keeps a thing no longer than it may live, and not at all what may not', async () => {
    const keeper = createKeeper<{ n: number }>(watched(), 1000);
    expect(await once(keeper, 'a', 20)).toBe(1);
    await setTimeout(50);
    expect(await once(keeper, 'a', 60_000)).toBe(1);
    await setTimeout(50);
    expect(await once(keeper, 'a', 60_000)).toBe(0);
    expect(await once(keeper, 'b', 0)).toBe(1);
    expect(await once(keeper, 'b', 0)).toBe(1);
  });

  it('takes no more memory than it was given', async () => {
    const keeper = createKeeper<{ n: number }>(watched(), 55);
    // Eleven bytes each, with its key.
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) expect(await once(keeper, key, 1000)).toBe(1);
    expect(await once(keeper, 'f', 1000)).toBe(0);
    expect(await once(keeper, 'a', 1000), 'the one that was not asked for the longest').toBe(1);
  });

  it('makes a failed thing again', async () => {
    const keeper = createKeeper<{ n: number }>(watched(), 1000);
    await expect(keeper.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await once(keeper, 'a', 1000)).toBe(1);
  });
});
