import type { Conflict, ErrorDetails, Fields } from '@cinematheque/shared/error';
import { TRPCClientError } from '@trpc/client';
import type { AppRouter } from './router.ts';

export type ErrorCode = NonNullable<TRPCClientError<AppRouter>['data']>['code'];

/** What an error has by its code; what it has not is empty, so that a form need not ask. */
type ByCode<Code> = Code extends 'CONFLICT'
  ? { code: Code; conflict: Conflict }
  : { code: Code; conflict: null };

/** An error of the API as a front end uses it. It narrows on its code: a CONFLICT has a `conflict`. */
export type CatalogError = {
  /** In words for people. */
  message: string;
  /** VALIDATION: a message per field. */
  fields: Fields;
  /** IN_USE: who uses the record. */
  usage: NonNullable<ErrorDetails['usage']>;
  /** TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE: seconds to wait, where the server said so. */
  retryAfter: number | null;
  /** NOT_FOUND: the id of the record that this one was merged into. */
  movedTo: number | null;
} & ByCode<ErrorCode | 'NETWORK'>;

/** Reads whatever a call threw. Its code is NETWORK when nothing answered. */
export function errorOf(thrown: unknown): CatalogError {
  if (isOurs(thrown) && thrown.data) {
    const { code, fields = {}, usage = [], conflict, retryAfter = null, movedTo = null } = thrown.data;
    const said = { message: thrown.message, fields, usage, retryAfter, movedTo };
    if (code !== 'CONFLICT') return { ...said, code, conflict: null };
    return { ...said, code, conflict: conflict ?? { changeId: 0, changes: [] } };
  }
  return {
    ...{ fields: {}, usage: [], conflict: null, retryAfter: null, movedTo: null },
    code: 'NETWORK',
    message: 'The server cannot be reached. Check the connection and try again.',
  };
}

const isOurs = (thrown: unknown): thrown is TRPCClientError<AppRouter> => thrown instanceof TRPCClientError;
