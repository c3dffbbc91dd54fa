import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const heedProgram = fileURLToPath(new URL("../../packages/cli/bin/heed.js", import.meta.url));

/** Runs the built command and answers its output. Throws when the command fails. */
export function heed(url: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [heedProgram, ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    env: { ...process.env, HEED_DATABASE: url },
  });
  if (status !== 0) throw new Error(`heed ${args.join(" ")} ended with ${status}: ${stderr}`);
  return stdout;
}
