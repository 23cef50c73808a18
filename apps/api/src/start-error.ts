/** What keeps the server from starting, in one line for whoever runs it. */
export class StartError extends Error {
  constructor(what: string, cause: unknown) {
    super(`${what}: ${reasonOf(cause)}`, { cause });
  }
}

/** The first line of whatever was thrown. A host with several addresses fails with one error for each. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError && !cause.message) return reasonOf(cause.errors[0]);
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
}
