import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import type { Passwords } from '../context.ts';
import { AppError, invalid } from '../errors.ts';
import { isCommonPassword } from './common-passwords.ts';

/** OWASP's argon2id figures: 19 MiB, two passes (about 50 ms). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is said of a password that is on every list. */
export const COMMON = 'This password is among the first that are tried: choose another one';

/** Hashes a new password. For the command line; the server goes through `createPasswords`. */
export const hashPassword = (password: string) => hash(password, cost);

/** Two, and on a small machine one, so that a processor is left for those who only read. */
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1));

/**
 * Hashing fills libuv's few threads, and every file read waits behind it (H3): few at a time, a short queue, then
 * TOO_MANY_REQUESTS.
 */
export function createPasswords({ atOnce = AT_ONCE, waiting = 16 } = {}): Passwords {
  const limit = pLimit(atOnce);
  const nobody = hashPassword(crypto.randomUUID());
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    if (limit.pendingCount >= waiting) {
      throw new AppError('TOO_MANY_REQUESTS', 'Too many people are signing in. Try again in a few seconds.', {
        retryAfter: 3,
      });
    }
    return limit(work);
  };
  return {
    async hash(password, field = 'password') {
      if (isCommonPassword(password)) throw invalid({ [field]: COMMON });
      return queued(() => hashPassword(password));
    },
    verify: (passwordHash, password) =>
      queued(async () => {
        const matches = await verify(passwordHash ?? (await nobody), password);
        return matches && passwordHash !== null;
      }),
  };
}
