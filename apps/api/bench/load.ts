import autocannon, { type Client, type Result } from 'autocannon';
import { median, percentile } from './numbers.ts';

const CONNECTIONS = 32;

/** What is asked of one server, over and over; each connection begins at another place. */
export interface Requests {
  url: string;
  method?: 'GET' | 'POST' | 'PATCH';
  headers?: Record<string, string>;
  each: { path: string; body?: string }[];
}

export interface Speed {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/** Asks for so many seconds on 32 connections. Throws when an answer is no success: such figures say nothing. */
export async function load(
  { url, method = 'GET', headers, each }: Requests,
  seconds: number,
): Promise<Speed> {
  const times: number[] = [];
  let connection = 0;
  const { duration, errors, non2xx } = await new Promise<Result>((resolve, reject) => {
    const options = {
      url,
      method,
      headers,
      connections: CONNECTIONS,
      duration: seconds,
      sampleInt: 50,
      requests: each,
      setupClient(client: Client) {
        const first = Math.floor((each.length / CONNECTIONS) * connection);
        connection += 1;
        client.setRequests(
          [...each.slice(first), ...each.slice(0, first)].map((request) => ({ ...request })),
        );
      },
    };
    autocannon(options, (error, result) => (error ? reject(error) : resolve(result))).on(
      'response',
      (_client, _status, _bytes, milliseconds) => times.push(milliseconds),
    );
  });
  const what = `${method} ${url}${each[0]?.path}`;
  if (errors || non2xx) throw new Error(`${what}: ${errors} requests failed, ${non2xx} were refused`);
  if (!times.length) throw new Error(`${what}: no answer in ${duration} s, give more --seconds`);
  return { perSecond: times.length / duration, p50: median(times), p99: percentile(times, 0.99) };
}
