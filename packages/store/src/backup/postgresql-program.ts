import { spawn } from "node:child_process";
import { join } from "node:path";
import { DomainError } from "@heed/core";

export type PostgresqlProgram = "pg_dump" | "pg_restore";

/**
 * Runs one of PostgreSQL's own programs, from a folder or from PATH. The password is passed in the environment, where
 * other users cannot see it. Errors: those of requireServerItself(); databaseUnreachable when the program is missing or fails, with its own last words.
 */
export async function runProgram(
  program: PostgresqlProgram,
  args: readonly string[],
  { folder, url }: { folder: string | undefined; url?: string },
): Promise<void> {
  if (url !== undefined) await (await import("../connection/server-itself.ts")).requireServerItself(url);
  const { shown, password } = url === undefined ? { shown: [], password: undefined } : connectionOf(url);
  const child = spawn(folder ? join(folder, program) : program, [...args, ...shown], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...(password !== undefined && { PGPASSWORD: password }) },
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-2000);
  });
  const code = await new Promise<number | null>((done, failed) => {
    child.on("close", done);
    child.on("error", (error: NodeJS.ErrnoException) =>
      failed(cannotRun.includes(error.code ?? "") ? isMissing(program) : error),
    );
  });
  if (code === 0) return;
  const why =
    said
      .trim()
      .split("\n")
      .findLast((line) => /error|fatal/i.test(line)) ?? said.trim().split("\n").at(-1);
  throw new DomainError("databaseUnreachable", `${program} failed: ${(why ?? "").replace(/^pg_\w+: (error: )?/, "")}`);
}

/** There is no such file, its folder is none, or it is no program. */
const cannotRun = ["ENOENT", "ENOTDIR", "EACCES"];

function isMissing(program: PostgresqlProgram): DomainError {
  return new DomainError(
    "databaseUnreachable",
    `${program} is not there: install PostgreSQL's client programs, or name their folder by HEED_POSTGRESQL_PROGRAMS`,
  );
}

function connectionOf(url: string): { shown: string[]; password: string | undefined } {
  const named = new URL(url);
  const given =
    named.searchParams.get("password") ?? (named.password === "" ? undefined : decodeURIComponent(named.password));
  named.password = "";
  named.searchParams.delete("password");
  return { shown: [`--dbname=${named.href}`], password: given ?? undefined };
}
