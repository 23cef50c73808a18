import { type ComponentType, lazy } from 'react';

const loads = new Set<() => Promise<unknown>>();

/**
 * A component whose code is no part of the first page: it comes when it is first drawn, or soon after the console is
 * there (`loadTheRest`). Draw it within a Suspense.
 */
export function later<Props>(load: () => Promise<{ default: ComponentType<Props> }>): ComponentType<Props> {
  loads.add(load);
  return lazy(load);
}

/** Fetches what has been left for later, so that nobody waits for it, or misses it when the server is a newer one by then. */
export async function loadTheRest(): Promise<void> {
  await Promise.allSettled([...loads].map((load) => load()));
}
