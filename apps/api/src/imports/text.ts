/** What PostgreSQL cannot store is left out: NUL goes, and half a surrogate pair becomes the replacement character. */
const storable = (value: string) => value.replaceAll('\0', '').toWellFormed();

/** One line: outer spaces gone, inner ones single; empty is null. */
export function cleanLine(value: string | null | undefined): string | null {
  return (
    storable(value ?? '')
      .replace(/\s+/g, ' ')
      .trim() || null
  );
}

/** Several lines, trimmed; empty is null. */
export function cleanProse(value: string | null | undefined): string | null {
  return storable(value ?? '').trim() || null;
}

/** Whether a text is longer than may be stored; counts as PostgreSQL does, an emoji as one. */
export function isTooLong(value: string, max: number): boolean {
  return value.length > max && [...value].length > max;
}

/** At most `max` characters; that some were cut off shows as "…". */
export function cut(value: string, max: number): string {
  if (!isTooLong(value, max)) return value;
  const kept = [...value].slice(0, max - 1).join('');
  return `${kept.trimEnd()}…`;
}
