import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Workload } from './workload.ts';

/** Requests of each read that are compared. */
const COMPARED = 20;

const envelope = z.object({ result: z.object({ data: z.unknown() }) });

/** Throws when our server and L1 do not answer a read alike: then their speeds cannot be compared. */
export async function compareAnswers({ name, ours, l1, same }: Workload): Promise<void> {
  if (!same) return;
  for (const [index, request] of ours.each.slice(0, COMPARED).entries()) {
    const other = l1.each[index]?.path ?? '';
    const [our, their] = await Promise.all([dataOf(ours.url + request.path), dataOf(l1.url + other)]);
    if (!isDeepStrictEqual(same(our), same(their))) {
      throw new Error(`${name}: our answer to ${request.path} is not L1's to ${other}`);
    }
  }
}

async function dataOf(url: string): Promise<unknown> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
  return envelope.parse(JSON.parse(text)).result.data;
}
