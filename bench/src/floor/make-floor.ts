import { createHash } from "node:crypto";
import type { BareSql } from "../baseline/bare-sql.ts";
import { dayTables } from "./day-tables.ts";

/** The tables of the baselines, made from Heed's own; those of older figures are for one day of the past. */
export async function makeFloor(sql: BareSql): Promise<void> {
  await makeTables(sql, "day", dayTables(sql.dialect));
}

/** Makes tables unless they were made by the same statements from the same record; `of` tells the record. */
export async function makeTables(
  sql: BareSql,
  name: string,
  statements: readonly string[],
  of: string = "",
): Promise<void> {
  const digest = createHash("sha256").update(statements.join("\n")).update(of).digest("hex");
  await sql.all("CREATE TABLE IF NOT EXISTS floor_made (name text PRIMARY KEY, digest text)");
  const [known] = await sql.all("SELECT digest FROM floor_made WHERE name = ?", name);
  if (known?.digest === digest) return;
  await sql.all("DELETE FROM floor_made WHERE name = ?", name);
  const tables = statements.flatMap((text) => /^CREATE (?:VIRTUAL )?TABLE (floor_\w+)/.exec(text)?.[1] ?? []);
  for (const table of tables) await sql.all(`DROP TABLE IF EXISTS ${table}`);
  for (const statement of statements) await sql.all(statement);
  // Statistics on SQLite would be read by Heed's queries too, which go without.
  if (sql.dialect === "postgresql") for (const table of tables) await sql.all(`VACUUM ANALYZE ${table}`);
  await sql.all("INSERT INTO floor_made (name, digest) VALUES (?, ?)", name, digest);
}
