import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createToken, openDatabase } from "@heed/store";
import { type BareSql, bareSql } from "./baseline/bare-sql.ts";
import { heed, root } from "./heed.ts";
import { databaseUrl, loadPostgresql } from "./load/load-postgresql.ts";
import { type Language, rareWord } from "./world/words.ts";

export const sizes = { "1k": 1_000, "10k": 10_000, "100k": 100_000, "1m": 1_000_000 } as const;
export type Size = keyof typeof sizes;
export type DatabaseKind = "sqlite" | "postgresql";

/** A filled database, and what the figures need to know about it. */
export type Dataset = {
  size: Size;
  database: DatabaseKind;
  url: string;
  /** A token of an editor, for the service. */
  token: string;
  sql: BareSql;
  followUps(purpose: "timeline" | "update", count: number): Promise<string[]>;
  versionOf(followUp: string): Promise<number>;
  /** The number of rows of a follow-up: entries, standings, things owed, audit records; and its version. */
  rowsOf(followUp: string): Promise<number[]>;
  /** Numbers of rare words that occur in at least one text of the language. */
  rareNumbers(language: Language, count: number): Promise<number[]>;
};

export const seed = 42;

/** Where databases are kept from one run to the next. */
export const folder = process.env.HEED_BENCH_FOLDER ?? join(root, ".heed-bench");

/**
 * The database of a size. It is filled unless this program has already filled one in the same way. One with an older
 * schema is copied and upgraded, which is faster.
 */
export async function datasetOf(size: Size, database: DatabaseKind): Promise<Dataset> {
  const url = database === "sqlite" ? `file:${await onSqlite(size)}` : await onPostgresql(size);
  const opened = await openDatabase(url, { mode: "write" });
  const token = await createToken(
    opened,
    { name: "bench", role: "editor", organizations: [] },
    new Date().toISOString(),
  );
  await opened.close();
  return { size, database, url, token, ...asked(bareSql(url)) };
}
function asked(sql: BareSql): Omit<Dataset, "size" | "database" | "url" | "token"> {
  const one = async (text: string, id: string) => Number(Object.values((await sql.all(text, id))[0] ?? {})[0]);
  return {
    sql,
    followUps: async (purpose, count) => {
      const open = `EXISTS (SELECT 1 FROM standing s WHERE s.follow_up_id = f.id AND s.until_on = '9999-12-31'
        AND s.lifecycle = 'open' AND s.role = 'lead' AND s.position = 'accepted')`;
      const rows = await sql.all(
        `SELECT f.id FROM follow_up f ${purpose === "update" ? `WHERE ${open}` : ""} ORDER BY f.id LIMIT ${count}`,
      );
      return rows.map(({ id }) => String(id));
    },
    versionOf: (id) => one("SELECT version FROM follow_up WHERE id = ?", id),
    rowsOf: (id) =>
      Promise.all([
        ...["entry", "standing", "owed", "audit_record"].map((table) =>
          one(`SELECT count(*) FROM ${table} WHERE follow_up_id = ?`, id),
        ),
        one("SELECT version FROM follow_up WHERE id = ?", id),
      ]),
    rareNumbers: async (language, count) => {
      const field = sql.dialect === "sqlite" ? "body ->> '$.text'" : "body::json ->> 'text'";
      const rows = await sql.all(`SELECT ${field} AS texts FROM recommendation ORDER BY id LIMIT ${count}`);
      const stem = rareWord(language, 0).slice(0, -4);
      return rows.map(({ texts }) => Number(new RegExp(`${stem}(\\d{4})`).exec(String(texts))?.[1]));
    },
  };
}

async function onSqlite(size: Size): Promise<string> {
  const made = `${size}-${digestOf("bench/src/world", "bench/src/load")}`;
  const file = join(folder, `${made}-${digestOf("packages/store/migrations/sqlite")}.sqlite`);
  if (existsSync(file)) return file;
  const older = readdirSync(folder).find((name) => name.startsWith(`${made}-`) && name.endsWith(".sqlite"));
  if (older !== undefined && upgradedCopy(join(folder, older), file)) return file;
  process.stderr.write(`filling ${file}\n`);
  const program = fileURLToPath(new URL("./load/load-sqlite.js", import.meta.url));
  const { status } = spawnSync(process.execPath, [program, file, String(sizes[size]), String(seed)], {
    stdio: "inherit",
  });
  if (status !== 0) throw new Error(`${file} could not be filled`);
  return file;
}

function upgradedCopy(older: string, file: string): boolean {
  const copy = `${file}.copy`;
  copyFileSync(older, copy);
  try {
    heed(`file:${copy}`, "database", "upgrade");
  } catch {
    // It is newer than this program.
    rmSync(copy);
    return false;
  }
  renameSync(copy, file);
  return true;
}

async function onPostgresql(size: Size): Promise<string> {
  const server = process.env.HEED_TEST_POSTGRESQL ?? "";
  const name = `heed_${size}_${digestOf("bench/src/world", "bench/src/load")}_${digestOf("packages/store/migrations/postgresql")}`;
  const { all, close } = bareSql(server);
  const known = await all("SELECT 1 AS one FROM pg_database WHERE datname = ?", name);
  await close();
  if (known.length === 0) {
    process.stderr.write(`filling ${name}\n`);
    await loadPostgresql(server, name, await onSqlite(size));
  }
  return databaseUrl(server, name);
}

/** Everything that decides how a database is filled: the generator, the loader and the migrations. */
function digestOf(...places: readonly string[]): string {
  const hash = createHash("sha256");
  for (const place of places)
    for (const name of (readdirSync(join(root, place), { recursive: true }) as string[]).sort()) {
      const path = join(root, place, name);
      if (statSync(path).isFile()) hash.update(name).update(readFileSync(path));
    }
  return hash.digest("hex").slice(0, 8);
}
