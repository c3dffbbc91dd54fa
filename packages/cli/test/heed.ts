import { type ChildProcess, fork, spawn } from "node:child_process";
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

const keptProgram = fileURLToPath(new URL("kept-process.cjs", import.meta.url));

export type Ended = { code: number | null; stdout: string; stderr: string };

const environmentOf = (database: string, more: Readonly<Record<string, string>> = {}) => ({
  ...process.env,
  HEED_DATABASE: database,
  NO_COLOR: "1",
  FORCE_COLOR: undefined,
  ...more,
});

/** Starts the built command line (test/build.ts) in a process of its own. */
export function start(
  args: readonly string[],
  database: string,
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  const env = environmentOf(database, environment);
  return spawn(process.execPath, [program, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"], env });
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

let kept: ChildProcess | undefined;
let isBusy = false;
process.once("exit", () => kept?.kill());

/**
 * Runs a command in the process that the worker of the tests keeps for them, which takes a tenth of the time of a new process. What
 * depends on the process itself (its end, its standard streams, its environment) is tried by start().
 */
export async function runKept(
  args: readonly string[],
  database: string,
  token = "",
  more: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const environment = { HEED_TOKEN: token, ...more };
  if (isBusy) return ended(start(args, database, environment));
  isBusy = true;
  // The test runner's own options for Node are not a user's.
  const options = { cwd: root, execArgv: [], env: environmentOf("") };
  if (kept !== undefined && hasEnded(kept)) kept = undefined;
  kept ??= fork(keptProgram, { ...options, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const child = kept;
  try {
    return await new Promise<Ended>((resolve, reject) => {
      child.once("message", (told) => resolve(told as Ended));
      child.once("exit", (code, signal) => reject(new Error(`heed ${args.join(" ")} ended with ${code ?? signal}`)));
      child.send({ args, environment: { HEED_DATABASE: database, ...environment } });
    });
  } finally {
    child.removeAllListeners();
    isBusy = false;
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

type Run = (args: readonly string[], database: string, token?: string) => Promise<Ended>;

/** Each command in a process of its own, as a user runs it. */
export const inOwnProcess: Run = (args, database, token = "") => ended(start(args, database, { HEED_TOKEN: token }));

/** An empty database file for one test; `heed` runs a command on it. */
export async function freshDatabase(run: Run = runKept) {
  const folder = await mkdtemp(join(tmpdir(), "heed-cli-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const url = `file:${join(folder, "heed.sqlite")}`;
  const heed = (...args: string[]) => run(args, url);
  return { folder, url, heed };
}

let prepared: Promise<string> | undefined;

/** As freshDatabase(), filled with the example world, which is imported once and copied for each test. */
export async function worldDatabase(run: Run = runKept) {
  prepared ??= prepareWorld();
  const fresh = await freshDatabase(run);
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
