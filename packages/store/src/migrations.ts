import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DomainError } from "@heed/core";
import { applicationId } from "./connection/application-id.ts";
import type { Database, Dialect, Sql } from "./connection/sql.ts";
import { type Applied, formerAmong } from "./former-migrations.ts";
import { inList } from "./statements/in-list.ts";

export type Migration = { name: string; script: string; checksum: string };

/** What a database lacks: all of it, some migrations, or only the name of `initial` in place of its former ones. */
type Behind = { isEmpty: boolean; former: readonly Applied[]; pending: readonly Migration[] };

/** The same path from src and from dist. */
const folder = fileURLToPath(new URL("../migrations", import.meta.url));

/** Prisma's own table, so that its tools can continue with the database. */
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

/** A number that no other program uses for a lock on the same database: "heed" in ASCII. */
const advisoryLock = 0x68656564;

export async function readMigrations(dialect: Dialect): Promise<Migration[]> {
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
    "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name",
  );
}

/**
 * Throws databaseMissing, databaseForeign, databaseOlder or databaseNewer when the schema is not that of the program
 * (R70).
 */
export async function requireCurrentSchema(database: Database, migrations?: readonly Migration[]): Promise<void> {
  const known = migrations ?? (await readMigrations(database.dialect));
  const { isEmpty, former, pending } = await whatIsBehind(database, known);
  if (isEmpty) throw missingRecord(database);
  const behind = pending.length + (former.length > 0 ? 1 : 0);
  if (behind > 0) {
    throw new DomainError(
      "databaseOlder",
      `the database is older than this program (migrations behind: ${behind}); run: heed database upgrade`,
    );
  }
}

function missingRecord({ url }: Database): DomainError {
  return new DomainError("databaseMissing", `there is no record in ${url}; make it with: heed database upgrade`);
}

/**
 * Applies pending migrations, each only once, even when several processes start together. A current schema is only
 * read, without waiting for a lock. Errors: databaseMissing when there is no database and `make` is false;
 * databaseForeign, databaseNewer; databaseOlder when it is older than `initial`.
 */
export async function upgradeSchema(
  database: Database,
  { make, migrations }: { make: boolean; migrations?: readonly Migration[] },
): Promise<void> {
  const known = migrations ?? (await readMigrations(database.dialect));
  const found = await whatIsBehind(database, known);
  if (found.isEmpty && !make) throw missingRecord(database);
  if (found.former.length + found.pending.length === 0) return;
  await database.transaction(async (sql) => {
    // On SQLite, BEGIN IMMEDIATE is already a lock.
    if (sql.dialect === "postgresql") await sql.all("SELECT pg_advisory_xact_lock(?)", [advisoryLock]);
    const { former, pending } = await whatIsBehind(sql, known);
    if (former.length + pending.length === 0) return;
    if (sql.dialect === "sqlite") await sql.all(`PRAGMA application_id = ${applicationId}`);
    await sql.run(tableOfApplied);
    if (former.length > 0) await takeOver(sql, former, known[0] as Migration);
    for (const migration of pending) {
      for (const statement of statementsOf(migration.script)) await sql.run(statement);
      await recordApplied(sql, migration);
    }
  });
}

/** The former migrations made what `initial` makes, so only their names change. */
async function takeOver(sql: Sql, former: readonly Applied[], initial: Migration): Promise<void> {
  const names = JSON.stringify(former.map(({ name }) => name));
  await sql.run(`DELETE FROM _prisma_migrations WHERE ${inList(sql, "migration_name")}`, [names]);
  await recordApplied(sql, initial);
}

async function recordApplied(sql: Sql, { name, checksum }: Migration): Promise<void> {
  await sql.run(
    "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES (?, ?, CURRENT_TIMESTAMP, ?, 1)",
    [randomUUID(), checksum, name],
  );
}

/** Errors: databaseForeign, databaseNewer; databaseOlder when it is older than `initial`. */
async function whatIsBehind(sql: Sql, migrations: readonly Migration[]): Promise<Behind> {
  const found = await readApplied(sql);
  const former = formerAmong(sql.dialect, found);
  const applied =
    former.length === 0 ? found : [...migrations.slice(0, 1), ...found.filter((each) => !former.includes(each))];
  const known = new Set(migrations.map(({ name }) => name));
  const isOurs = applied.some(({ name }) => known.has(name));
  if (!isOurs && (applied.length > 0 || (await hasTables(sql))))
    throw new DomainError("databaseForeign", "the database holds the tables of another program; it was left as it is");
  return { isEmpty: !isOurs, former, pending: pendingAmong(migrations, applied) };
}

/** Whether there are tables, of Heed or of others; those of a database extension do not count. */
export async function hasTables(sql: Sql): Promise<boolean> {
  const tables =
    sql.dialect === "sqlite"
      ? "SELECT 1 AS one FROM sqlite_master LIMIT 1"
      : `SELECT 1 AS one FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
         AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') LIMIT 1`;
  return (await sql.all(tables)).length > 0;
}

/** Errors: databaseNewer when the program does not know one that was applied. */
function pendingAmong(migrations: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  const unknown = applied.find(({ name, checksum }) => known.get(name) !== checksum);
  if (unknown)
    throw new DomainError(
      "databaseNewer",
      `the database has a migration that this program does not know (${unknown.name}); use the program that wrote it, or a newer one`,
    );
  const done = new Set(applied.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

/**
 * Splits a script into statements. A statement ends with `;` at the end of a line; the body of a trigger and a
 * dollar-quoted function are one statement.
 */
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
