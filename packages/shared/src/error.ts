import type { Usage } from './resource.ts';

/** How an error leaves the API, in every answer that is none of what was asked for. */

/** What the API says itself went wrong; beside these, tRPC's own codes for what it refuses before that. */
export type AppErrorCode =
  | 'VALIDATION'
  | 'IN_USE'
  | 'CONFLICT'
  | 'NOT_FOUND'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'TOO_MANY_REQUESTS'
  | 'SERVICE_UNAVAILABLE';

/** A message per field, by the field's path in the input: { title: 'Fill this in', 'cast.0.personId': ... }. */
export type Fields = Record<string, string>;

/** What came between a form's version of a record and its newest one. */
export interface Conflict {
  /** The record's version now. */
  changeId: number;
  /** Oldest first: when (ISO 8601), by whom (null: an account that is gone), and which fields of the input. */
  changes: { at: string; user: string | null; fields: string[] }[];
}

/** What an error tells besides its code and message. Which keys are there follows from the code. */
export interface ErrorDetails {
  /** VALIDATION: what to mend. */
  fields?: Fields;
  /** IN_USE: who uses the record. */
  usage?: Usage[];
  /** CONFLICT: the record's version now, and what came in between. */
  conflict?: Conflict;
  /** NOT_FOUND: the id of the record that this one was merged into. */
  movedTo?: number;
  /** TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE: seconds to wait. */
  retryAfter?: number;
  /** INTERNAL_SERVER_ERROR: what to look for in the log. */
  requestId?: string;
}

/** `error.data`, by whose code an error is told. */
export interface ErrorData<Code extends string> extends ErrorDetails {
  code: Code;
  httpStatus: number;
  /** The procedure that was called, or null. */
  path: string | null;
}
