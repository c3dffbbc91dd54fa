import { defineConfig } from "vitest/config";

// Tests run from source, without a build.
const conditions = ["heed:source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["packages/*/test/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: ["./test/build.ts", "./packages/store/test/run-databases.ts"],
    // One more than there are cores on the smallest machine that runs the suite: tests wait for a disk, a browser or another process.
    maxWorkers: 3,
    // The test files of a worker share the modules that they load: loading them anew for each took half of the time.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ["default", "./test/vitest-reporter.ts"],
  },
});
