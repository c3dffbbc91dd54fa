import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Reporter, TestModule } from "vitest/node";

const sharedData = fileURLToPath(new URL("../../shared/data", import.meta.url));

/** Ends the run with one plain line that counts all tests, and names the tests that could not run on this machine. */
export default class PlainCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    // When both databases and the shared data are required, a skipped test is one of those that need them.
    const bothHalves = Boolean(process.env.HEED_REQUIRE_POSTGRESQL && process.env.HEED_REQUIRE_SHARED_DATA);
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === "passed" || state === "failed" || state === "skipped") count[state]++;
        if (state === "skipped" && bothHalves)
          process.stdout.write(`Skipped, but both halves are demanded: ${test.fullName}\n`);
      }
      // A file that could not be loaded has no tests to count, and must not pass unnoticed.
      if (module.errors().length > 0) count.failed++;
    }
    if (!process.env.HEED_TEST_POSTGRESQL) {
      process.stdout.write("The PostgreSQL half was skipped: HEED_TEST_POSTGRESQL names no server.\n");
      if (process.env.HEED_REQUIRE_POSTGRESQL) process.exitCode = 1;
    }
    if (!existsSync(sharedData)) {
      process.stdout.write("The tests on real data were skipped: ../shared/data is not there.\n");
      if (process.env.HEED_REQUIRE_SHARED_DATA) process.exitCode = 1;
    }
    if (bothHalves && count.skipped > 0) process.exitCode = 1;
    process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
  }
}
