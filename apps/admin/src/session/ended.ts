import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let ended = false;

/** Whether the server no longer knows us, though somebody had signed in here. */
export const sessionEnded = {
  set(value: boolean): void {
    if (value === ended) return;
    ended = value;
    for (const listener of listeners) listener();
  },
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useSessionEnded = (): boolean => useSyncExternalStore(subscribe, () => ended);
