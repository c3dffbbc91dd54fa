import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DomainError } from "@heed/core";
import type { Database, Dialect, Sql } from "./sql.ts";

type Migration = { name: string; script: string; checksum: string };
type Applied = { migration_name: string; checksum: string };

/** Beside src and dist alike. */
const folder = fileURLToPath(new URL("../migrations", import.meta.url));

/** Prisma's own table, so that its tools could take over. */
const tableOfApplied = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMP,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMP,
  started_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** What no script can say, by the migration that asks for it: done in the same transaction, once all scripts have run. */
const afterScripts: Readonly<Record<string, (sql: Sql) => Promise<void>>> = {
  "20261125192200_records_of_imports": async (sql) => {
    const { vouchForAll } = await import("./audit/vouch-for-import.ts");
    const at = new Date().toISOString();
    await vouchForAll(sql, {
      at,
      actor: "heed",
      systemUser: userInfo().username,
      action: "upgrade",
      actId: randomUUID(),
    });
  },
};

/** Any number that no other program uses for its lock on the same database: "heed" in ASCII. */
const advisoryLock = 0x68656564;

async function readMigrations(dialect: Dialect): Promise<Migration[]> {
  const names = (await readdir(join(folder, dialect))).filter((name) => /^\d{14}_/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const script = await readFile(join(folder, dialect, name, "migration.sql"), "utf8");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    }),
  );
}

async function readApplied(sql: Sql): Promise<Applied[]> {
  const exists =
    sql.dialect === "sqlite"
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'"
      : "SELECT tablename FROM pg_tables WHERE tablename = '_prisma_migrations' AND schemaname = current_schema()";
  if ((await sql.all(exists)).length === 0) return [];
  return sql.all<Applied>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name",
  );
}

/** databaseOlder or databaseNewer when the schema is not the program's (decision 14). */
export async function requireCurrentSchema(database: Database): Promise<void> {
  const pending = compare(await readMigrations(database.dialect), await readApplied(database));
  if (pending.length > 0) {
    throw new DomainError(
      "databaseOlder",
      `the database is older than this program (migrations behind: ${pending.length}); run: heed database upgrade`,
    );
  }
}

/** Applies what is pending, once, also when several processes start together. Returns the names of what it applied. */
export async function upgradeSchema(database: Database): Promise<string[]> {
  const migrations = await readMigrations(database.dialect);
  return database.transaction(async (sql) => {
    // SQLite's BEGIN IMMEDIATE is the lock already.
    if (sql.dialect === "postgresql") await sql.all("SELECT pg_advisory_xact_lock(?)", [advisoryLock]);
    const pending = compare(migrations, await readApplied(sql));
    if (pending.length === 0) return [];
    await sql.run(tableOfApplied);
    for (const { name, script, checksum } of pending) {
      for (const statement of statementsOf(script)) await sql.run(statement);
      await sql.run(
        "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES (?, ?, CURRENT_TIMESTAMP, ?, 1)",
        [randomUUID(), checksum, name],
      );
    }
    // They read the tables as this program knows them, so all scripts have run.
    for (const { name } of pending) await afterScripts[name]?.(sql);
    return pending.map(({ name }) => name);
  });
}

function compare(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map((each) => [each.name, each]));
  for (const { migration_name: name, checksum } of applied) {
    const migration = known.get(name);
    if (migration === undefined || migration.checksum !== checksum) {
      throw new DomainError(
        "databaseNewer",
        `the database has a migration that this program does not know (${name}); use the program that wrote it, or a newer one`,
      );
    }
  }
  const done = new Set(applied.map((each) => each.migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

/** Statements end with `;` at the end of a line; a trigger's body and a dollar-quoted function are one statement. */
export function statementsOf(script: string): string[] {
  const statements: string[] = [];
  let statement = "";
  let quoted = false;
  for (const line of script.split("\n")) {
    if (statement === "" && (line.trim() === "" || line.startsWith("--"))) continue;
    statement += `${line}\n`;
    if ((line.split("$$").length - 1) % 2 === 1) quoted = !quoted;
    if (quoted || !line.trimEnd().endsWith(";")) continue;
    statements.push(statement.trim().replace(/;$/, ""));
    statement = "";
  }
  return statements;
}
