import { defineConfig } from "vitest/config";

// Tests run from source, without a build.
const conditions = ["heed:source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["packages/*/test/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: ["./test/build.ts"],
    // One worker a core of the smallest machine that runs the suite; vitest alone takes one less than there are cores.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ["default", "./test/vitest-reporter.ts"],
  },
});
