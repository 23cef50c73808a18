/** A person's years as a programme prints them: "1904-1976", "born 1961", "died 1938", or nothing. */
export function formatYears(born?: number | null, died?: number | null): string | null {
  if (born && died) return `${born}–${died}`;
  if (born) return `born ${born}`;
  return died ? `died ${died}` : null;
}
