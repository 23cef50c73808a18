/** The value below which this part of the values lies. */
export function percentile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (values: number[]) => percentile(values, 0.5);

/** Three significant digits are more than such measurements hold: two below ten. */
export const ratio = (value: number) => value.toFixed(value < 0.1 ? 3 : value < 10 ? 2 : 0);

/** "0.93-1.08": the least and the most. */
export const range = (values: number[]) => `${ratio(Math.min(...values))}-${ratio(Math.max(...values))}`;
