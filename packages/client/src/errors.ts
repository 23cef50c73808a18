import { TRPCClientError } from '@trpc/client';
import type { AppRouter } from './router.ts';

type Data = NonNullable<TRPCClientError<AppRouter>['data']>;

export type ErrorCode = Data['code'];

/** An error of the API as a front end uses it. */
export interface CatalogError {
  /** NETWORK: nothing answered. */
  code: ErrorCode | 'NETWORK';
  /** In words for people. */
  message: string;
  /** VALIDATION: a message per field. */
  fields: NonNullable<Data['fields']>;
  /** IN_USE: who uses the record. */
  usage: NonNullable<Data['usage']>;
  /** CONFLICT: what changed since. */
  conflict: Data['conflict'] | null;
}

/** Reads whatever a call threw. */
export function errorOf(thrown: unknown): CatalogError {
  const none = { fields: {}, usage: [], conflict: null };
  if (isOurs(thrown) && thrown.data) {
    const { code, fields = {}, usage = [], conflict = null } = thrown.data;
    return { code, message: thrown.message, fields, usage, conflict };
  }
  return {
    ...none,
    code: 'NETWORK',
    message: 'The server cannot be reached. Check the connection and try again.',
  };
}

const isOurs = (thrown: unknown): thrown is TRPCClientError<AppRouter> => thrown instanceof TRPCClientError;
