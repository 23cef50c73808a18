import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};
const read = () => new URLSearchParams(window.location.hash.slice(1)).get('token');

/**
 * The secret of a one-time link. It stands behind a #, which no server ever sees; undefined until there is a browser,
 * null when the address has none.
 */
export function useLinkToken(): string | null | undefined {
  return useSyncExternalStore<string | null | undefined>(subscribe, read, () => undefined);
}
