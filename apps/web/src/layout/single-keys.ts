import { useSyncExternalStore } from 'react';

/** Whoever dictates or trembles can switch off the keys that do something when pressed alone; this browser remembers. */
const KEY = 'single-keys';
const listeners = new Set<() => void>();

export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // A browser that keeps nothing: they stay on.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSingleKeys = () => useSyncExternalStore(subscribe, singleKeysOn, () => true);
