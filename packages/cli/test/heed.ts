import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const world = join(root, "examples", "world", "world.yaml");
export const program = fileURLToPath(new URL("../bin/heed.js", import.meta.url));

/** The real source files; tests that need one are skipped when the folder is absent. */
export const sharedData = join(root, "..", "shared", "data");
export const hasSharedData = existsSync(sharedData);

export type Ended = { code: number | null; stdout: string; stderr: string };

/** Starts the built command line (test/build.ts) in a process of its own. */
export function start(
  args: readonly string[],
  database: string,
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, HEED_DATABASE: database, NO_COLOR: "1", FORCE_COLOR: undefined, ...environment },
  });
}

export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** An empty database file for one test; `heed` runs a command on it. */
export async function freshDatabase() {
  const folder = await mkdtemp(join(tmpdir(), "heed-cli-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const url = `file:${join(folder, "heed.sqlite")}`;
  const heed = (...args: string[]) => ended(start(args, url));
  return { folder, url, heed };
}

let prepared: Promise<string> | undefined;

/** As freshDatabase(), filled with the example world, which is imported once and copied for each test. */
export async function worldDatabase() {
  prepared ??= prepareWorld();
  const fresh = await freshDatabase();
  await copyFile(await prepared, fresh.url.slice("file:".length));
  return fresh;
}

async function prepareWorld(): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "heed-world-")), "heed.sqlite");
  for (const args of [
    ["database", "upgrade"],
    ["import", world],
  ]) {
    const { code, stderr } = await ended(start(args, `file:${file}`));
    if (code !== 0) throw new Error(stderr);
  }
  return file;
}
