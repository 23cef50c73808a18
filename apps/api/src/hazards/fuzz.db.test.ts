import { getTRPCErrorFromUnknown } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import fc from 'fast-check';
import { sql } from 'kysely';
import pLimit from 'p-limit';
import { describe, expect, it } from 'vitest';
import type { Viewer } from '../context.ts';
import { toAppError } from '../errors.ts';
import { type Procedure, procedures } from '../procedures.ts';
import { createCaller } from '../router.ts';
import { testApi } from '../testing/api.ts';
import { inputsOf } from '../testing/inputs.ts';
import { nearValid } from '../testing/near-valid.ts';
import { secretsFrom } from '../testing/secrets.ts';
import { shapeOfInput } from '../testing/slots.ts';

/** S87: more than this many calls over all procedures by every kind of caller, made from the router's own schemas. */
const CALLS = 10_000;

// Hashing takes 50 ms and has a suite of its own (hashing.db.test.ts). Here no password is ever right.
const passwords = { hash: async () => '$argon2id$v=19$m=19456,t=2,p=1$none$none', verify: async () => false };
const api = await testApi({ instead: () => ({ passwords }) });
// Something to hit: a record of every kind.
for (const [path, input] of inputsOf(api)) {
  if (path.endsWith('.create')) await api.call('admin', path, await input());
}

const [visitor, editor, admin] = [api.viewer('visitor'), api.viewer('editor'), api.viewer('admin')];
const ranks = ['anon', 'visitor', 'editor', 'admin'] as const;
type Caller = [name: string, viewer: Viewer | null, secretsOf: 'anon' | 'visitor' | 'editor' | 'admin'];
const callers: Caller[] = [
  ['a stranger', null, 'anon'],
  ['a visitor', visitor, 'visitor'],
  ['an editor', editor, 'editor'],
  ['an administrator', admin, 'admin'],
  ['a token that may read', { ...editor, token: 'read' }, 'editor'],
  ['a token that may edit', { ...editor, token: 'edit' }, 'editor'],
];

/** What the rules say, written a second time and apart from them. */
function isForbidden(viewer: Viewer | null, { path, role, type }: Procedure): boolean {
  if (ranks.indexOf(viewer?.role ?? 'anon') < ranks.indexOf(role)) return true;
  if (!viewer?.token || role === 'anon') return false;
  return path.startsWith('account.') || (viewer.token === 'read' && type === 'mutation');
}

const seed = fc.sample(fc.integer(), 1)[0] ?? 0;
const each = Math.ceil(CALLS / procedures.length / callers.length);
const inputsFor = new Map(
  procedures.map(({ path, input }) => [
    path,
    fc.sample(input ? nearValid(shapeOfInput(input)) : fc.anything(), { numRuns: each, seed }),
  ]),
);

/** The procedure at a path of a caller: through all that stands before it, but for HTTP. */
function procedureAt(viewer: Viewer | null, path: string): (input: unknown) => Promise<unknown> {
  const caller: unknown = createCaller({
    ...api.services,
    ...{ viewer, sessionId: null, caller: { address: '192.0.2.1', userAgent: null } },
    ...{ requestId: 'fuzz', audit: () => {}, setHeader: () => {}, batched: false },
  });
  const found = path
    .split('.')
    .reduce((at, name) => (isCallable(at) ? Reflect.get(at, name) : undefined), caller);
  if (typeof found !== 'function') throw new Error(`There is no ${path}`);
  return async (input) => found(input);
}
const isCallable = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** What was sent as JSON has it: no undefined, no NaN, no -0. */
const asJson = (input: unknown): unknown => {
  try {
    const json = JSON.stringify(input);
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return null;
  }
};

interface Outcome {
  path: string;
  input: unknown;
  status: number;
  text: string;
}

async function call(viewer: Viewer | null, path: string, given: unknown): Promise<Outcome> {
  const input = asJson(given);
  try {
    const data = await procedureAt(viewer, path)(input);
    // Of a stream, its first word.
    const told = isStream(data) ? (await data.next()).value : data;
    if (isStream(data)) await data.return?.(undefined);
    return { path, input, status: 200, text: JSON.stringify(told) ?? '' };
  } catch (cause) {
    const error = toAppError(cause) ?? getTRPCErrorFromUnknown(cause);
    return { path, input, status: getHTTPStatusCodeFromError(error), text: error.message };
  }
}
const isStream = (value: unknown): value is AsyncIterator<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;

const limit = pLimit(8);
const callAll = (viewer: Viewer | null, wanted: Procedure[]) =>
  limit.map(
    wanted.flatMap(({ path }) => (inputsFor.get(path) ?? []).map((input) => ({ path, input }))),
    ({ path, input }) => call(viewer, path, input),
  );

/** Whatever belongs to the people of this test, but for one of them. */
const belongingsWithout = (viewer: Viewer | null) =>
  api.db.read(sql`select json_build_array(
    (select json_agg(u order by u.id) from users u where u.id < 5 and u.id <> ${viewer?.id ?? 0}),
    (select json_agg(f order by f.user_id, f.movie_id) from favorite_movies f where f.user_id < 5 and f.user_id <> ${viewer?.id ?? 0}),
    (select json_agg(t order by t.id) from api_tokens t),
    (select json_agg(t order by t.id) from account_tokens t where t.user_id <> ${viewer?.id ?? 0})) as j`);

/** What of the catalog they may write: nothing, one's own account and favorites, or all of it. */
const own = ['users', 'changes', 'change_entries', 'favorite_movies', 'movie_counters', 'files'];

let calls = 0;
const statuses = new Map<number, number>();

describe.each(callers)(`S87: whatever %s sends (seed ${seed})`, (name, viewer, secretsOf) => {
  it('is refused where it is not his, and then changes nothing', { timeout: 120_000 }, async () => {
    const wanted = procedures.filter((procedure) => isForbidden(viewer, procedure));
    const before = await api.dump();
    const outcomes = await callAll(viewer, wanted);
    calls += outcomes.length;
    const expected = viewer ? 403 : 401;
    expect(outcomes.filter(({ status }) => status !== expected)).toEqual([]);
    expect(await api.dump()).toEqual(before);
  });

  it('fails for nobody, tells no secret, and is nobody else’s loss', { timeout: 120_000 }, async () => {
    const wanted = procedures.filter((procedure) => !isForbidden(viewer, procedure));
    const [before, others] = [await api.dump(), await belongingsWithout(viewer)];
    const secrets = (await secretsFrom(api, secretsOf)).filter((secret) => secret.length > 3);
    const outcomes = await callAll(viewer, wanted);
    calls += outcomes.length;
    for (const { status } of outcomes) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    expect(outcomes.filter(({ status }) => status >= 500)).toEqual([]);

    const given = (input: unknown) => JSON.stringify(input) ?? '';
    const told = outcomes.filter(
      ({ text, input }) =>
        /\$argon2/.test(text) ||
        secrets.some((secret) => text.includes(secret) && !given(input).includes(secret)),
    );
    expect(told).toEqual([]);

    if (name === 'an administrator') return;
    expect(await belongingsWithout(viewer)).toEqual(others);
    if (viewer && viewer.role !== 'visitor') return;
    const after = await api.dump();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed.filter((table) => !own.includes(table))).toEqual([]);
  });
});

it('S87: is as near to what is right as it is meant to be, and often enough', () => {
  expect(calls).toBeGreaterThanOrEqual(CALLS);
  expect(statuses.get(200)).toBeGreaterThan(CALLS / 20);
  expect(statuses.get(400)).toBeGreaterThan(CALLS / 20);
});
