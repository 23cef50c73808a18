import { load } from './load.ts';
import { median, range, ratio } from './numbers.ts';
import type { Schedule } from './rounds.ts';
import { printTable } from './table.ts';
import type { Workload } from './workload.ts';

/** Film pages made anew, and for how long at most the server's event loop did nothing else meanwhile. */
export async function measureRendering(
  { ours, kept }: Workload,
  { rounds, seconds }: Schedule,
): Promise<void> {
  const made: number[] = [];
  const gain: number[] = [];
  const blocks: number[] = [];
  await load(ours, seconds);
  for (let round = 0; round < rounds; round += 1) {
    await longestBlock(ours.url);
    const { perSecond } = await load(ours, seconds);
    blocks.push((await longestBlock(ours.url)) * 1000);
    made.push(perSecond);
    if (kept) gain.push((await load(kept, seconds)).perSecond / perSecond);
  }
  printTable(
    ['film pages', 'median', 'goal', 'range'],
    [
      ['made per second', ratio(median(made)), 'at least 150', range(made)],
      ['kept, to made', ratio(median(gain)), 'at least 10', range(gain)],
      ['longest delay of the event loop, ms', ratio(median(blocks)), 'at most 50', range(blocks)],
    ],
  );
}

/** The server's own measure, in seconds, since it was last asked. */
async function longestBlock(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(text.match(/^nodejs_eventloop_lag_max_seconds (\S+)/m)?.[1]);
}
