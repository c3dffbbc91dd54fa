import type { Reporter, TestModule } from "vitest/node";

/** Ends the run with one plain line that counts every test, and names the halves that could not run here. */
export default class PlainCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === "passed" || state === "failed" || state === "skipped") count[state]++;
      }
      // A file that could not be loaded has no tests to count, and must not pass unseen.
      if (module.errors().length > 0) count.failed++;
    }
    if (!process.env.HEED_TEST_POSTGRESQL) {
      process.stdout.write("The PostgreSQL half was skipped: HEED_TEST_POSTGRESQL names no server.\n");
    }
    process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
  }
}
