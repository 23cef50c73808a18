import type { Reporter, TestCase } from 'vitest/node';

/** Names what passed at the second try only: a defect to mend. */
export default class FlakyReporter implements Reporter {
  readonly #flaky: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#flaky.push(`${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd(): void {
    for (const name of this.#flaky) console.log(`Flaky, to be mended: ${name}`);
  }
}
