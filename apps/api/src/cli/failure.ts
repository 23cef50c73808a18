import { ConfigError } from '../config.ts';

/** What the operator did wrong, in one line; the command ends with exit code 2. */
export class WrongUse extends Error {}

/** A signal ended the command; the database has taken back whatever was not finished. */
export class Interrupted extends Error {
  readonly exitCode: number;

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super('Interrupted: nothing was changed');
    this.exitCode = signal === 'SIGINT' ? 130 : 143;
  }
}

/** 0 done, 1 failed, 2 wrong use; 78 is a wrong environment, 128 and more a signal. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof WrongUse) return 2;
  return error instanceof ConfigError || error instanceof Interrupted ? error.exitCode : 1;
}

/** The error in one line for people; whole, with its stack, only for LOG_LEVEL=debug. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A connection that fails on every address of a name is an AggregateError without a message.
  const cause = error instanceof AggregateError && !error.message ? error.errors[0] : error;
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.split('\n')[0] || error.name;
}
