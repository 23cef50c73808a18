import { useSyncExternalStore } from 'react';

/** A value outside of React that components follow. */
export interface Store<T> {
  get(): T;
  set(value: T): void;
  /** Resolves once it is this value. */
  until(value: T): Promise<void>;
  /** The value, in a component. */
  use(): T;
}

export function createStore<T>(initial: T): Store<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  const get = () => value;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    get,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    until: (wanted) =>
      new Promise((resolve) => {
        if (Object.is(value, wanted)) return resolve();
        const unsubscribe = subscribe(() => {
          if (!Object.is(value, wanted)) return;
          unsubscribe();
          resolve();
        });
      }),
    use: () => useSyncExternalStore(subscribe, get),
  };
}
