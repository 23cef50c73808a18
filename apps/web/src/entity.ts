import { errorOf } from '@cinematheque/client';
import { idOf } from '@cinematheque/shared/slug';
import { notFound } from '@tanstack/react-router';

/** The id in a page's address; an address without one is nobody's. */
export function idIn(ref: string): number {
  const id = idOf(ref);
  if (id === null) throw notFound();
  return id;
}

/** Waits for a read; what it does not find makes the page a 404. */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (errorOf(error).code === 'NOT_FOUND') throw notFound();
    throw error;
  }
}
