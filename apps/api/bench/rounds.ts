import { setTimeout as sleep } from 'node:timers/promises';
import type { Catalog } from './catalog.ts';
import { load, type Requests, type Speed } from './load.ts';
import { median } from './numbers.ts';
import type { Workload } from './workload.ts';

export interface Schedule {
  rounds: number;
  /** How long each server is asked in each round. */
  seconds: number;
}

/** One round: L1 before and after our server, so that what else the machine does falls on both. */
interface Round {
  l0: Speed;
  l1: Speed;
  ours: Speed;
  kept: Speed | null;
  l1Again: Speed;
}

/** Ratios of requests per second, and of the 99th percentile of the times; `ours` is our requests per second. */
export interface Comparison {
  name: string;
  oursToL1: number;
  l1ToL0: number;
  ours: number;
  /** Answers that are given again, to L0 and to those that are made each time. */
  keptToL0: number;
  keptToOurs: number;
  p99: number;
  /** L1 against itself, in every round. */
  spread: number[];
}

/** Measures one workload in interleaved rounds; the medians of each round's own ratios. */
export async function compare(
  workload: Workload,
  l0: Requests,
  catalog: Catalog,
  { rounds, seconds }: Schedule,
): Promise<Comparison> {
  const ask = async (requests: Requests, time: number) => {
    const speed = await load(requests, time);
    await settle(catalog);
    return speed;
  };
  const askL1 = async (time: number) => {
    await workload.l1Setting?.on();
    const speed = await ask(workload.l1, time);
    await workload.l1Setting?.off();
    return speed;
  };
  await askL1(seconds / 2);
  await ask(workload.ours, seconds / 2);
  if (workload.kept) await ask(workload.kept, seconds / 2);
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    measured.push({
      l0: await ask(l0, seconds / 2),
      l1: await askL1(seconds),
      ours: await ask(workload.ours, seconds),
      kept: workload.kept ? await ask(workload.kept, seconds) : null,
      l1Again: await askL1(seconds),
    });
  }
  const of = (figure: (round: Round) => number) => median(measured.map(figure));
  const l1 = (round: Round) => (round.l1.perSecond + round.l1Again.perSecond) / 2;
  return {
    name: workload.name,
    oursToL1: of((round) => round.ours.perSecond / l1(round)),
    l1ToL0: of((round) => l1(round) / round.l0.perSecond),
    ours: of((round) => round.ours.perSecond),
    keptToL0: of((round) => (round.kept?.perSecond ?? Number.NaN) / round.l0.perSecond),
    keptToOurs: of((round) => (round.kept?.perSecond ?? Number.NaN) / round.ours.perSecond),
    p99: of((round) => (2 * round.ours.p99) / (round.l1.p99 + round.l1Again.p99)),
    spread: measured.map((round) => round.l1Again.perSecond / round.l1.perSecond),
  };
}

/** The load ends in the midst of requests: waits until the database has nothing more to do for them. */
async function settle(catalog: Catalog): Promise<void> {
  for (let idle = 0; idle < 2; ) {
    await sleep(20);
    const [row] = await catalog.query<{ active: boolean }>(
      `select exists (select from pg_stat_activity where state <> 'idle' and pid <> pg_backend_pid()
         and backend_type = 'client backend') as active`,
    );
    idle = row?.active ? 0 : idle + 1;
  }
}
