import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { generating, openCatalog, type Sizes, temporaryFolder } from '../catalog.ts';
import { load, type Speed } from '../load.ts';
import { median, ratio } from '../numbers.ts';
import { startOurs } from '../our-server.ts';
import type { Schedule } from '../rounds.ts';
import { signIn } from '../sign-in.ts';
import { printTable } from '../table.ts';
import { type GrowingRead, growingReads } from './reads.ts';

/** A small catalog, one 200 times as large, and one between. */
const catalogs: Sizes[] = [
  { movies: 5_000, persons: 50_000, characters: 100_000 },
  { movies: 100_000, persons: 300_000, characters: 1_000_000 },
  { movies: 1_000_000, persons: 1_500_000, characters: 6_000_000 },
];

/** What one read costs on a catalog of so many films: milliseconds, the medians of all rounds. */
export interface Cost {
  movies: number;
  p50: number;
  p99: number;
}

/** One read on every size, the smallest first. */
export interface Growth extends Pick<GrowingRead, 'name' | 'goal'> {
  costs: Cost[];
}

interface Options extends Schedule {
  /** Where the catalogs are kept between runs; else they go at the end. */
  dataDir: string | undefined;
  /** The largest catalog, in films. */
  upTo: number;
  chosen: (name: string) => boolean;
}

/** Asks every read of every size, one size after the other in each round, of servers that keep no answers. */
export async function measureGrowth({ rounds, seconds, dataDir, upTo, chosen }: Options): Promise<Growth[]> {
  const home = dataDir ?? (await temporaryFolder());
  const sizes: { movies: number; reads: GrowingRead[] }[] = [];
  for (const size of catalogs.filter(({ movies }) => movies <= upTo)) {
    console.log(`Opening the catalog of ${size.movies.toLocaleString('en')} films`);
    const folder = join(home, `${size.movies}`);
    await mkdir(folder, { recursive: true });
    const catalog = await openCatalog(folder, generating(size));
    const url = await startOurs(catalog, { CACHE_MB: '0' });
    sizes.push({ movies: size.movies, reads: await growingReads(catalog, url, await signIn(url)) });
  }
  const found: Growth[] = [];
  for (const [index, { name, goal }] of (sizes[0]?.reads ?? []).entries()) {
    if (!chosen(name)) continue;
    const speeds = sizes.map((): Speed[] => []);
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const [at, { reads }] of sizes.entries()) {
        const read = reads[index];
        if (!read) continue;
        // While each connection still plans its statement there may be no answer at all.
        if (!round) await load(read.requests, seconds).catch(() => null);
        else speeds[at]?.push(await load(read.requests, seconds));
      }
    }
    const costs = sizes.map(({ movies }, at) => ({
      movies,
      p50: median(speeds[at]?.map(({ p50 }) => p50) ?? []),
      p99: median(speeds[at]?.map(({ p99 }) => p99) ?? []),
    }));
    console.log(`  ${name}: ${costs.map(({ p50, p99 }) => `${ratio(p50)} (${ratio(p99)})`).join(', ')} ms`);
    found.push({ name, goal, costs });
  }
  return found;
}

/** The p50 on the largest catalog to that on the smallest. */
export const growthOf = ({ costs }: Growth) =>
  (costs.at(-1)?.p50 ?? Number.NaN) / (costs[0]?.p50 ?? Number.NaN);

export function printGrowth(all: Growth[]): void {
  printTable(
    [
      'reads, p50 and p99 in ms',
      ...(all[0]?.costs ?? []).map(({ movies }) => `${movies.toLocaleString('en')} films`),
      'growth (goal)',
      'p99 (goal)',
      '',
    ],
    all.map((read) => {
      const { name, goal, costs } = read;
      const [growth, p99] = [growthOf(read), costs.at(-1)?.p99 ?? Number.NaN];
      return [
        name,
        ...costs.map((cost) => `${ratio(cost.p50)} / ${ratio(cost.p99)}`),
        `${ratio(growth)} (${goal.growth})`,
        `${ratio(p99)} (${goal.p99})`,
        growth <= goal.growth && p99 <= goal.p99 ? '' : 'short',
      ];
    }),
  );
}
