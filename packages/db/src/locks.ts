/** Advisory locks, the same for every release: any numbers that nothing else locks. */
export const locks = {
  /** Held while the schema changes: servers that start together wait for each other. */
  migration: 7_215_001,
  /** Held while the first administrator is made. */
  firstAdmin: 7_215_002,
  /** Held while films are imported: two imports at once would both add what neither finds. */
  import: 7_215_003,
  /** Shared by the backups that are under way: what they may still have to read is not removed meanwhile. */
  backup: 7_215_004,
} as const;
