import { z } from 'zod';
import { id, instant, line } from './text.ts';

/** `read`: sees what an editor sees, changes nothing. `edit`: does what an editor may. No token manages accounts. */
export const tokenScope = z.enum(['read', 'edit']);
export type TokenScope = z.infer<typeof tokenScope>;

export const tokenInput = z.strictObject({
  name: line(100),
  scope: tokenScope,
  /** How long it is good for. */
  days: z.int('A whole number of days').min(1, 'At least one day').max(366, 'At most a year'),
});
export type TokenInput = z.infer<typeof tokenInput>;

/** A token as lists show it: never its secret. */
export const tokenRow = z.object({
  id,
  name: z.string(),
  scope: tokenScope,
  /** In whose name it acts. */
  user: z.object({ id, username: z.string() }),
  createdAt: instant,
  expiresAt: instant,
  expired: z.boolean(),
  lastUsedAt: instant.nullable(),
});
export type TokenRow = z.infer<typeof tokenRow>;
