import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

// A script in package.json would make pnpm print its name before the answer, and its failure after it.
test("`pnpm heed` adds nothing to the answer, so that a pipe sees JSON and cron the exit code", () => {
  const { packageManager } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const { status, stdout, stderr } = spawnSync(
    "npx",
    ["--yes", packageManager, "heed", "overdue", "--format", "json", "--database", "file:/nowhere/heed.sqlite"],
    { cwd: root, encoding: "utf8" },
  );
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^heed: there is no database at .*\n$/);
  expect(status).toBe(3);
});
