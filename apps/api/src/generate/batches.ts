/** Learns how many rows of how many a step has made. */
export type OnBatch = (done: number, total: number) => void;

/** Runs a step over rows 0 to `total`, some at a time: what a statement holds in memory stays small. */
export async function inBatches(
  total: number,
  size: number,
  onBatch: OnBatch,
  work: (from: number, to: number) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < total; from += size) {
    const to = Math.min(from + size, total);
    await work(from, to);
    onBatch(to, total);
  }
}
