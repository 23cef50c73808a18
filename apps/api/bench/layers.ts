import { load, type Requests } from './load.ts';
import { median, range, ratio } from './numbers.ts';
import type { Schedule } from './rounds.ts';
import { printTable } from './table.ts';

/** What each layer between Fastify and a procedure costs, on the constant answer of L0. */
export async function measureLayers(
  l0: Requests,
  server: string,
  { rounds, seconds }: Schedule,
): Promise<void> {
  const at = (path: string): Requests => ({ url: server, each: [{ path }] });
  const layers: { name: string; requests: Requests; speeds: number[] }[] = [
    { name: 'L0: Fastify, constant text', requests: l0, speeds: [] },
    { name: '+ JSON.stringify', requests: at('/serialized'), speeds: [] },
    { name: "+ tRPC's Fastify adapter", requests: at('/trpc/constant'), speeds: [] },
    { name: '+ zod parses the output', requests: at('/trpc/parsed'), speeds: [] },
  ];
  for (const { requests } of layers) await load(requests, seconds / 2);
  for (let round = 0; round < rounds; round += 1) {
    for (const { requests, speeds } of layers) speeds.push((await load(requests, seconds)).perSecond);
  }
  const base = layers[0]?.speeds ?? [];
  printTable(
    ['layers of a constant 10 KB answer', 'to L0', 'range'],
    layers.map(({ name, speeds }) => {
      const ratios = speeds.map((speed, round) => speed / (base[round] ?? Number.NaN));
      return [name, ratio(median(ratios)), range(ratios)];
    }),
  );
}
