import type { LiveChange, LiveRecords } from '@cinematheque/shared/live';

/** The tables of the resources that are not called like them. */
const tables: Partial<Record<string, string>> = {
  movieGenres: 'movie_genres',
  moviePersons: 'movie_persons',
};

/** What is new in the list of a resource. */
export interface News {
  created: number;
  changed: number;
  deleted: number;
  /** Who did it; empty where nobody is known. */
  users: string[];
}

const partsOfFilms = new Set(['movie_genres', 'movie_persons', 'characters']);

/** Counts records, not writes: one that was changed twice is one, and one that is new is not changed besides. */
export function newsOf(resource: string, changes: LiveChange[]): News {
  const table = tables[resource] ?? resource;
  const created = new Set<number>();
  const changed = new Set<number>();
  const deleted = new Set<number>();
  const users = new Set<string>();
  /** Rows without an id of their own. */
  const nameless = { insert: 0, update: 0, delete: 0 };
  const sets = { insert: created, update: changed, delete: deleted };
  for (const { user, records } of changes) {
    for (const part of records) {
      const ids = idsIn(part, table);
      if (part.table !== table && !ids.length) continue;
      if (user) users.add(user);
      if (part.table !== table) for (const id of ids) changed.add(id);
      else if (part.ids.length) for (const id of part.ids) sets[part.operation].add(id);
      else nameless[part.operation] += part.count;
    }
  }
  for (const id of deleted) {
    // Whoever came and went in the meantime was never seen here.
    if (created.delete(id)) deleted.delete(id);
    changed.delete(id);
  }
  for (const id of created) changed.delete(id);
  return {
    created: created.size + nameless.insert,
    changed: changed.size + nameless.update,
    deleted: deleted.size + nameless.delete,
    users: [...users],
  };
}

const idsIn = (part: LiveRecords, table: string) =>
  table === 'movies' && partsOfFilms.has(part.table) ? part.movieIds : part.table === table ? part.ids : [];

/** The last change of one record, if there is one. */
export function lastOf(
  resource: string,
  id: string,
  changes: LiveChange[],
): { user: string | null; deleted: boolean } | null {
  const table = tables[resource] ?? resource;
  for (const { user, records } of changes.toReversed()) {
    const parts = records.filter((part) => idsIn(part, table).includes(Number(id)));
    if (parts.length)
      return { user, deleted: parts.some((part) => part.table === table && part.operation === 'delete') };
  }
  return null;
}
