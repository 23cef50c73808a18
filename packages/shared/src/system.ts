import { z } from 'zod';
import { instant, line } from './text.ts';

/** The catalog's name, as it stands at the head of every page. */
export const catalogName = line(60);

export const catalogNameInput = z.strictObject({ catalogName });
export type CatalogNameInput = z.infer<typeof catalogNameInput>;

/** Work that recurs: by itself, or by whoever runs the server. */
export const jobNames = ['backup', 'unusedFiles', 'storageSweep'] as const;
export type JobName = (typeof jobNames)[number];

/** How a job ended the last time. */
export const job = z.object({
  name: z.enum(jobNames),
  endedAt: instant,
  /** In milliseconds. */
  tookMs: z.int(),
  /** What it did, in a few words; null when it failed: the log says why. */
  outcome: z.string().nullable(),
});
export type Job = z.infer<typeof job>;

/** A statement that took long on the server that answers. */
export const slowStatement = z.object({
  /** When it ended. */
  at: instant,
  ms: z.int(),
  /** The SQL without its values. */
  sql: z.string(),
  /** The request that asked for it: its number in the log and in the answer's header; null for the server itself. */
  requestId: z.string().nullable(),
  /** The address that was asked for, without what was asked of it. */
  path: z.string().nullable(),
});
export type SlowStatement = z.infer<typeof slowStatement>;

const bytes = z.int();

/** What whoever runs the server wants to know of it. */
export const systemState = z.object({
  catalogName: z.string(),
  versions: z.object({
    cinematheque: z.string(),
    node: z.string(),
    postgres: z.string(),
    /** The newest migration that has run. */
    schema: z.string(),
  }),
  /** Since when the server that answers runs. */
  startedAt: instant,
  database: z.object({ embedded: z.boolean(), bytes }),
  storage: z.object({ kind: z.enum(['disk', 's3']), pictures: z.int(), bytes }),
  /** Those that have run. */
  jobs: z.array(job),
  slow: z.object({
    /** A statement counts as slow from so many milliseconds on; 0: none does. */
    fromMs: z.int(),
    /** The newest first. */
    statements: z.array(slowStatement),
  }),
});
export type SystemState = z.infer<typeof systemState>;
