import type { FastifyBaseLogger } from 'fastify';

/** What happens to accounts and to what signs in. Who may do what besides, and who changed it, is in the change log. */
export type SecurityEvent =
  | 'signed in'
  | 'sign-in failed'
  | 'sign-in refused'
  | 'signed up'
  | 'signed out'
  | 'password changed'
  | 'address changed'
  | 'reset link made'
  | 'reset link sent'
  | 'password reset'
  | 'sessions ended'
  | 'account created'
  | 'account changed'
  | 'account deleted'
  | 'token made'
  | 'token revoked';

/** Whom or what it was done to: numbers and roles, never an address, a password or a secret. */
export type SecurityFacts = Record<string, number | string | boolean | number[] | undefined>;

export type Audit = (event: SecurityEvent, facts?: SecurityFacts) => void;

const failures: ReadonlySet<SecurityEvent> = new Set(['sign-in failed', 'sign-in refused']);

/**
 * Writes security events into the log, one line each, with who did it and from where: failures as warnings, all else
 * as information. To be found by their field `security`.
 */
export const auditIn =
  (log: Pick<FastifyBaseLogger, 'info' | 'warn'>, by: { userId: number | null; address: string }): Audit =>
  (event, facts = {}) => {
    const line = { security: event, by: by.userId, address: by.address, ...facts };
    if (failures.has(event)) log.warn(line, event);
    else log.info(line, event);
  };
