import { spawnSync } from "node:child_process";
import type { DatabaseKind } from "../dataset.ts";

/** Runs a script in the database's own shell, and answers its output. Throws when the script fails. */
export function shell(database: DatabaseKind, url: string, script: string): string {
  return database === "sqlite"
    ? shellOf("sqlite3", ["-batch", "-bail", url.replace(/^file:/, "")], script)
    : shellOf("psql", ["-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", url], script);
}

export function shellOf(program: string, args: readonly string[], input = ""): string {
  const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: "utf8", maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout;
}
