import type { EntityManager, EntityName } from '@mikro-orm/postgresql';

/**
 * Writing one row of any entity. The only place where types cross into the ORM by a cast: what comes in was parsed
 * by the resource's zod schema, whose keys a test compares with the entity's properties.
 */

/** One of the entities of this package, whichever. */
export interface Entity {
  readonly meta: { readonly className: string };
}

/** A row's key by property: { id } or, for a join table, its pair. */
export type Key = Record<string, number>;

/** Inserts a row and returns its key. */
export async function insertRow(em: EntityManager, entity: Entity, data: object): Promise<Key> {
  const inserted: unknown = await em.insert(ormName(entity), data);
  if (typeof inserted === 'number') return { id: inserted };
  const values = new Map(Object.entries(data));
  return Object.fromEntries(tableOf(em, entity).keys.map((name) => [name, Number(values.get(name))]));
}

/** Updates the given properties of a row (undefined = as it is); false when there is no such row. */
export async function updateRow(em: EntityManager, entity: Entity, key: Key, data: object): Promise<boolean> {
  const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  if (!Object.keys(given).length) return true;
  return (await em.nativeUpdate(ormName(entity), key, given)) > 0;
}

/** Deletes rows and returns how many there were. */
export function deleteRows(em: EntityManager, entity: Entity, keys: Key[]): Promise<number> {
  return em.nativeDelete(ormName(entity), { $or: keys });
}

/** Where an entity is kept: its table, its columns by property, and the properties of its key. */
export function tableOf(em: EntityManager, entity: Entity) {
  const { tableName, props, primaryKeys } = em.getMetadata().get(ormName(entity));
  const columns: Record<string, string> = {};
  for (const { name, fieldNames } of props) if (fieldNames?.[0]) columns[name] = fieldNames[0];
  return { table: tableName, columns, keys: primaryKeys.map(String) };
}

// The ORM types every entity by its own properties; code that is the same for all of them knows none.
// biome-ignore lint/suspicious/noExplicitAny: the bridge that this file is
const ormName = (entity: Entity) => entity as unknown as EntityName<any>;
