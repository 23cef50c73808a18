/** A stable 32-bit hash of a text (FNV-1a with a final mix), the same on the server and in the browser. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Chance that always falls the same way for the same seed. */
export interface Dice {
  /** A whole number from 0 to below `sides`. */
  roll: (sides: number) => number;
  between: (low: number, high: number) => number;
  chance: (share: number) => boolean;
  pick: <T>(items: readonly [T, ...T[]]) => T;
}

/** Dice thrown from a seed (mulberry32). */
export function createDice(seed: string): Dice {
  let state = hashText(seed);
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  }
  const roll = (sides: number) => Math.floor(next() * sides);
  return {
    roll,
    between: (low, high) => low + next() * (high - low),
    chance: (share) => next() < share,
    pick: (items) => items[roll(items.length)] ?? items[0],
  };
}
