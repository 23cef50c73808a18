import type { AppErrorCode, ErrorDetails, Fields } from '@cinematheque/shared/error';
import { TRPCError } from '@trpc/server';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';
import { ZodError } from 'zod';

/** Our codes beside tRPC's own, each with the tRPC code whose HTTP status it travels under. */
const ours = {
  VALIDATION: 'BAD_REQUEST',
  IN_USE: 'CONFLICT',
  CONFLICT: 'CONFLICT',
  NOT_FOUND: 'NOT_FOUND',
  UNAUTHORIZED: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  TOO_MANY_REQUESTS: 'TOO_MANY_REQUESTS',
  SERVICE_UNAVAILABLE: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<AppErrorCode, TRPC_ERROR_CODE_KEY>;

/** An error that is meant for whoever called, in words for people. */
export class AppError extends TRPCError {
  readonly appCode: AppErrorCode;
  readonly details: ErrorDetails;

  /** The cause is for the log. */
  constructor(code: AppErrorCode, message: string, details: ErrorDetails = {}, cause?: unknown) {
    super({ code: ours[code], message, cause });
    this.appCode = code;
    this.details = details;
  }
}

/** A VALIDATION error; the message repeats the first field's, for clients that show only one line. */
export function invalid(fields: Fields): AppError {
  return new AppError('VALIDATION', Object.values(fields)[0] ?? 'Check what you entered', { fields });
}

/** What PostgreSQL says of a failed statement, through `pg` or through the ORM. */
interface DatabaseFault {
  code: string;
  detail?: string;
  constraint?: string;
  table?: string;
}

function isDatabaseFault(error: unknown): error is DatabaseFault {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^[0-9A-Z]{5}$/.test(error.code)
  );
}

const camel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The columns of 'Key (lower(name))=(drama) already exists.' in the client's names. */
function columnsOf(detail: string | undefined): string[] {
  const key = detail?.match(/^Key \((.+)\)=\(/)?.[1] ?? '';
  return key.split(', ').map((column) => camel(column.replace(/^lower\((\w+).*\)$/, '$1')));
}

const unavailable = () =>
  new AppError('SERVICE_UNAVAILABLE', 'The catalog is busy or restarting. Try again in a moment.', {
    retryAfter: 2,
  });

/** SQLSTATE -> error; by its class (the first two letters) when the whole code has no line of its own. */
const faults: Record<string, (fault: DatabaseFault) => AppError> = {
  '23505': ({ detail }) => invalid({ [columnsOf(detail).at(-1) ?? '']: 'Is already taken' }),
  '23503': ({ detail, table }) =>
    detail?.includes('still referenced')
      ? new AppError('IN_USE', `Still in use by ${detail.match(/table "(\w+)"/)?.[1] ?? table}`)
      : invalid({ [columnsOf(detail).at(-1) ?? '']: 'Does not exist (any more)' }),
  '23514': ({ constraint = '', table = '' }) =>
    invalid({ [camel(constraint.slice(table.length + 1).replace(/_check\d*$/, ''))]: 'Is not possible' }),
  '22': () => new AppError('VALIDATION', 'A value is out of its range', { fields: {} }),
  '57014': unavailable,
  '08': unavailable,
  '40': unavailable,
  '53': unavailable,
  '57': unavailable,
};

const lostConnection =
  /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|timeout exceeded when trying to connect|Query read timeout/;

function fieldsOf(error: ZodError): Fields {
  // A map: an object has a "constructor" before anybody names it.
  const fields = new Map<string, string>();
  const refuse = (path: PropertyKey[], message: string) => {
    const name = path.join('.');
    if (!fields.has(name)) fields.set(name, message);
  };
  for (const issue of error.issues) {
    const path = issue.path[0] === 'data' ? issue.path.slice(1) : issue.path;
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) refuse([...path, key], 'Is not known here');
    } else refuse(path, issue.message);
  }
  return Object.fromEntries(fields);
}

/** An input that tRPC refused: by its schema, or because it is no JSON, or because there are too many at once. */
function refusedInput({ cause }: TRPCError): AppError {
  if (cause instanceof ZodError) return invalid(fieldsOf(cause));
  return new AppError('VALIDATION', 'This request cannot be understood', { fields: {} });
}

/** The one table from whatever was thrown to what the caller may know; null for what is nobody's business. */
export function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  // Anywhere else, what zod finds is a mistake of ours: an answer that is not as it should be.
  if (error instanceof TRPCError && error.code === 'BAD_REQUEST') return refusedInput(error);
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AppError) return cause;
    if (isDatabaseFault(cause)) {
      const known = faults[cause.code] ?? faults[cause.code.slice(0, 2)];
      if (known) return known(cause);
    }
    if (lostConnection.test(`${cause.message} ${'code' in cause ? cause.code : ''}`)) return unavailable();
  }
  return null;
}
