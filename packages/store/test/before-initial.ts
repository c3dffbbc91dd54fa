import { readFile, writeFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import type { Database } from "@heed/store";
import pg from "pg";

/**
 * Puts in place of a database one that the 26 migrations of before `initial` made, with what was recorded in it: an
 * import, acts on the register, a checkpoint. Answers its URL.
 */
export async function databaseBeforeInitial({ dialect }: Pick<Database, "dialect">, url: string): Promise<string> {
  const kept = gunzipSync(await readFile(new URL(`before-initial/${suffix[dialect]}.gz`, import.meta.url)));
  if (dialect === "sqlite") {
    await writeFile(`${url.slice("file:".length)}-before`, kept);
    return `${url}-before`;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    await client.query(kept.toString("utf8"));
  } finally {
    await client.end();
  }
  return url;
}

const suffix = { sqlite: "sqlite", postgresql: "postgresql.sql" } as const;
