import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Runs a program in the root, and ends this program with its exit code when it fails. */
export function run(program, args, env = {}, stdout = "inherit") {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: ["inherit", stdout, "inherit"],
    env: { ...process.env, ...env },
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** The pinned pnpm, run by npx, because a fresh machine has no global pnpm. */
export function pnpm(...args) {
  run("npx", ["--yes", packageManager, ...args]);
}

export function bin(name) {
  return join(root, "node_modules", ".bin", name);
}
