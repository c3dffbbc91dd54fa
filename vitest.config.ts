import { defineConfig } from "vitest/config";

// Tests run from source, without a build.
const conditions = ["heed:source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["packages/*/test/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: ["./test/build.ts", "./packages/store/test/run-databases.ts"],
    // One worker a core of the smallest machine that runs the suite; vitest alone takes one less than there are cores. A third one made
    // the whole no faster, and what waits for a core was told to come again.
    // The young objects of a test file are many: with room for them, the collector looks at them less often.
    execArgv: ["--max-semi-space-size=64"],
    maxWorkers: 2,
    // The test files of a worker share the modules that they load: loading them anew for each took half of the time.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ["default", "./test/vitest-reporter.ts"],
  },
});
