import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { openDatabase } from "@heed/store";
import { lateCounts, mergeWaiting, progressCounts } from "@heed/store/rows";
import Libsql from "libsql";
import { heed } from "../heed.ts";
import { worldOf } from "../world/world.ts";
import { madeRows } from "./made-rows.ts";
import { readByTriggers } from "./read-by-triggers.ts";
import { registerRows, type TableName, tables } from "./rows.ts";

type Connection = InstanceType<typeof Libsql>;

/** Fills a new SQLite file with a world, in a process that ends afterwards. */
async function loadSqlite(file: string, recommendations: number, seed: number): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  heed(`file:${file}`, "database", "upgrade");
  const connection = new Libsql(file);
  for (const pragma of ["journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -1000000"])
    connection.pragma(pragma);
  const all = connection
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    .all() as { name: string; sql: string }[];
  const indexes = all.filter(({ name }) => !readByTriggers.includes(name));
  for (const { name } of indexes) connection.exec(`DROP INDEX "${name}"`);
  const insert = inserter(connection);
  connection.exec("BEGIN");
  for (const [table, rows] of Object.entries(registerRows(worldOf(recommendations, seed))))
    insert(table as TableName, JSON.stringify(rows));
  let done = 0;
  for await (const texts of madeRows(recommendations, seed)) {
    for (const [table, text] of Object.entries(texts)) insert(table as TableName, text);
    if (++done % 100 === 0) process.stderr.write(`  ${done * 500} recommendations\n`);
  }
  connection.exec(
    `UPDATE standing SET place = (SELECT l.place FROM follow_up f JOIN recommendation_place l ON l.recommendation_id = f.recommendation_id
       WHERE f.id = standing.follow_up_id)`,
  );
  connection.exec("COMMIT");
  for (const { sql } of indexes) connection.exec(sql);
  connection.pragma("journal_mode = WAL");
  connection.close();
  const database = await openDatabase(`file:${file}`, { mode: "write" });
  for (const counts of [lateCounts, progressCounts]) await database.transaction((sql) => mergeWaiting(sql, counts));
  // The driver closes late: everything must be in the file itself before it is moved.
  await database.all("PRAGMA wal_checkpoint(TRUNCATE)");
  await database.close();
}

function inserter(connection: Connection): (table: TableName, rows: string) => void {
  const statements = new Map<TableName, ReturnType<Connection["prepare"]>>();
  return (table, rows) => {
    let statement = statements.get(table);
    if (statement === undefined) {
      const columns = Object.keys(tables[table]);
      statement = connection.prepare(
        `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${columns.map((_, index) => `value->>${index}`).join(", ")} FROM json_each(?)`,
      );
      statements.set(table, statement);
    }
    statement.run(rows);
  };
}

const [file = "", recommendations, seed] = process.argv.slice(2);
await loadSqlite(file, Number(recommendations), Number(seed));
process.exit(0);
