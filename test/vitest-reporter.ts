import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Reporter, TestModule } from "vitest/node";

const sharedData = fileURLToPath(new URL("../../shared/data", import.meta.url));

/** Ends the run with one plain line that counts all tests, and names the tests that could not run on this machine. */
export default class PlainCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    // When both databases, the browser and the shared data are required, a skipped test is one of those that need them.
    const everything = Boolean(
      process.env.HEED_REQUIRE_POSTGRESQL && process.env.HEED_REQUIRE_SHARED_DATA && process.env.HEED_REQUIRE_CHROMIUM,
    );
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === "passed" || state === "failed" || state === "skipped") count[state]++;
        if (state === "skipped" && everything)
          process.stdout.write(`Skipped, but everything is demanded: ${test.fullName}\n`);
      }
      // A file that could not be loaded has no tests to count, and must not pass unnoticed.
      if (module.errors().length > 0) count.failed++;
    }
    if (!process.env.HEED_TEST_POSTGRESQL) {
      process.stdout.write("The PostgreSQL half was skipped: HEED_TEST_POSTGRESQL names no server.\n");
      if (process.env.HEED_REQUIRE_POSTGRESQL) process.exitCode = 1;
    }
    if (!existsSync(process.env.HEED_TEST_CHROMIUM ?? "/usr/bin/chromium")) {
      process.stdout.write(
        "The tests of the pages in a browser were skipped: there is no Chromium (Debian's package: chromium; HEED_TEST_CHROMIUM names another place).\n",
      );
      if (process.env.HEED_REQUIRE_CHROMIUM) process.exitCode = 1;
    }
    if (!existsSync("/usr/bin/soffice")) {
      process.stdout.write(
        "The test with LibreOffice was skipped: it is not installed (Debian's package: libreoffice-calc).\n",
      );
      if (process.env.HEED_REQUIRE_LIBREOFFICE) process.exitCode = 1;
    }
    if (!existsSync(sharedData)) {
      process.stdout.write("The tests on real data were skipped: ../shared/data is not there.\n");
      if (process.env.HEED_REQUIRE_SHARED_DATA) process.exitCode = 1;
    }
    if (everything && count.skipped > 0) process.exitCode = 1;
    process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
  }
}
