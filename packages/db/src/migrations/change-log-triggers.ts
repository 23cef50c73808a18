/** A table whose writes the change log records. */
export interface LoggedTable {
  table: string;
  /** Columns of the primary key; `id` unless said. */
  keys?: string[];
  /** Whether a write moves the catalog's revision; true unless said. */
  catalog?: boolean;
  /** Columns that are never recorded. */
  secret?: string[];
}

/** The triggers that a logged table has: the log itself, `updated_at`, and no TRUNCATE, which would pass by both. */
export function logTriggers({ table, keys = ['id'], catalog = true, secret = [] }: LoggedTable): string[] {
  const args = `'{${keys}}', '{${secret}}', '${catalog ? 'catalog' : 'private'}'`;
  const body = `for each statement execute function record_change(${args})`;
  return [
    `create trigger log_insert after insert on ${table} referencing new table as new_rows ${body}`,
    `create trigger log_update after update on ${table}
      referencing old table as old_rows new table as new_rows ${body}`,
    `create trigger log_delete after delete on ${table} referencing old table as old_rows ${body}`,
    `create trigger no_truncate before truncate on ${table} for each statement execute function refuse_truncate()`,
    touchTrigger(table),
  ];
}

/**
 * The trigger that sets `updated_at`. It is told which columns are computed (to look them up for every row would cost
 * more than the update), so a migration that adds one tells it again.
 */
export const touchTrigger = (table: string): string => `do $$ begin
  execute format('create or replace trigger touch before update on ${table}
    for each row execute function touch(%L)',
    (select coalesce(jsonb_object_agg(attname, null), '{}') from pg_attribute
      where attrelid = '${table}'::regclass and attgenerated <> '' and not attisdropped));
end $$`;
