import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Actor, testApi } from '../testing/api.ts';
import { inputsOf } from '../testing/inputs.ts';
import { nearValid } from '../testing/near-valid.ts';
import { procedures } from '../testing/procedures.ts';
import { shapeOfInput } from '../testing/slots.ts';

const api = await testApi();

it('never answers 5xx, whatever anybody sends', async () => {
  // Something to hit: a record of every kind.
  for (const [path, input] of inputsOf(api)) {
    if (path.endsWith('.create')) await api.call('admin', path, await input());
  }
  const actors: Actor[] = ['anon', 'visitor', 'editor', 'admin', 'admin'];
  const calls = procedures.flatMap(({ path, input }) => {
    const inputs = input ? nearValid(shapeOfInput(input)) : fc.anything();
    return fc.record({ path: fc.constant(path), actor: fc.constantFrom(...actors), input: inputs });
  });
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(fc.oneof(...calls), async ({ path, actor, input }) => {
      const { status, text } = await api.call(actor, path, input);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect(status, text).toBeLessThan(500);
    }),
    { numRuns: 1000 },
  );
  // Neither all refused nor all taken: the inputs are as near as they are meant to be.
  expect(statuses.get(200)).toBeGreaterThan(100);
  expect(statuses.get(400)).toBeGreaterThan(100);
});
