import { errorOf } from '@cinematheque/client';
import { idOf } from '@cinematheque/shared/slug';
import { notFound } from '@tanstack/react-router';

/**
 * Reads what the last part of a page's address, "12-title", names. What is not there makes the page a 404. What was
 * merged into another is that other: the address is not its own, as with a wrong title, and so the page leads there.
 */
export async function readEntity<T>(ref: string, read: (id: number) => Promise<T>): Promise<T> {
  const id = idOf(ref);
  if (id === null) throw notFound();
  try {
    return await read(id);
  } catch (error) {
    const { code, movedTo } = errorOf(error);
    if (movedTo) return readEntity(String(movedTo), read);
    if (code === 'NOT_FOUND') throw notFound();
    throw error;
  }
}
