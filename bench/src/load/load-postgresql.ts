import { spawnSync } from "node:child_process";
import pg from "pg";
import { heed } from "../heed.ts";
import { readByTriggers } from "./read-by-triggers.ts";
import { tables } from "./rows.ts";

/**
 * Fills an empty database with the rows of an SQLite file, by COPY, through the shells of the two databases; indexes and
 * foreign keys are created afterwards.
 */
export async function loadPostgresql(url: string, sqliteFile: string): Promise<void> {
  heed(url, "database", "upgrade");
  const client = new pg.Client(url);
  await client.connect();
  const { rows: foreignKeys } = await client.query<{ drop: string; add: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS add
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  const { rows: indexes } = await client.query<{ drop: string; add: string }>(
    `SELECT format('DROP INDEX %s', indexrelid::regclass) AS drop, pg_get_indexdef(indexrelid) AS add
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)
       AND NOT indexrelid::regclass::text = ANY ($1)`,
    [readByTriggers],
  );
  for (const { drop } of [...foreignKeys, ...indexes]) await client.query(drop);
  for (const [table, columns] of Object.entries(tables)) copy(sqliteFile, url, table, Object.keys(columns));
  await client.query("SET maintenance_work_mem = '512MB'");
  for (const { add } of [...indexes, ...foreignKeys]) await client.query(add);
  await client.query("VACUUM ANALYZE");
  await client.end();
}

function copy(sqliteFile: string, url: string, table: string, columns: readonly string[]): void {
  const list = columns.join(", ");
  const from = `sqlite3 -batch -csv -nullvalue '\\N' "$HEED_BENCH_FILE" "SELECT ${list} FROM ${table}"`;
  const into = `psql -q -v ON_ERROR_STOP=1 "$HEED_BENCH_URL" -c "\\copy ${table} (${list}) FROM STDIN (FORMAT csv, NULL '\\N')"`;
  const { status } = spawnSync("bash", ["-o", "pipefail", "-c", `${from} | ${into}`], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, HEED_BENCH_FILE: sqliteFile, HEED_BENCH_URL: url },
  });
  if (status !== 0) throw new Error(`the rows of ${table} could not be copied`);
}
