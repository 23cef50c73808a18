/** The embedded database cannot do what was asked. Its message is one line, written for the operator. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError';
}

/** True when a system call failed with this code, such as ENOENT. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
