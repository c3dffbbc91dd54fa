import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Dataset } from "../dataset.ts";
import { shellOf } from "../import/shell.ts";
import { folder } from "./folder.ts";
import { databaseUrl } from "./kept-postgresql.ts";

/** The URL of a copy of a database, which may be changed; the next copy takes its place. */
export async function copied({ database, url }: Pick<Dataset, "database" | "url">): Promise<string> {
  if (database === "sqlite") {
    const file = join(folder, "copy.sqlite");
    for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
    shellOf("sqlite3", ["-batch", "-bail", url.replace(/^file:/, ""), `.backup "${file}"`]);
    return `file:${file}`;
  }
  const serverUrl = process.env.HEED_TEST_POSTGRESQL ?? "";
  const server = new pg.Client(serverUrl);
  await server.connect();
  await server.query("DROP DATABASE IF EXISTS heed_copy WITH (FORCE)");
  await server.query("CREATE DATABASE heed_copy");
  await server.end();
  const copy = databaseUrl(serverUrl, "heed_copy");
  const { status } = spawnSync(
    "bash",
    ["-o", "pipefail", "-c", 'pg_dump "$HEED_BENCH_FROM" | psql -q -o /dev/null -v ON_ERROR_STOP=1 "$HEED_BENCH_TO"'],
    { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, HEED_BENCH_FROM: url, HEED_BENCH_TO: copy } },
  );
  if (status !== 0) throw new Error("the database could not be copied");
  // As a restore does: without statistics the lists have other plans, until the server makes some by itself.
  const made = new pg.Client(copy);
  await made.connect();
  await made.query("VACUUM ANALYZE");
  await made.end();
  return copy;
}
