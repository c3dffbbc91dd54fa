import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createToken, openDatabase } from "@heed/store";
import { type BareSql, bareSql } from "./baseline/bare-sql.ts";
import { makeFloor } from "./floor/make-floor.ts";
import type { GivenWorld } from "./given/given-world.ts";
import { importWorld } from "./given/import-world.ts";
import { shell } from "./import/shell.ts";
import { digestOf, folder } from "./kept/folder.ts";
import { keptPostgresql } from "./kept/kept-postgresql.ts";
import { keptSqlite } from "./kept/kept-sqlite.ts";
import { loadPostgresql } from "./load/load-postgresql.ts";
import { type Language, rareWord } from "./world/words.ts";

export const sizes = { "1k": 1_000, "10k": 10_000, "100k": 100_000, "1m": 1_000_000 } as const;
export type Size = keyof typeof sizes;
export type DatabaseKind = "sqlite" | "postgresql";

/** A filled database, and what the figures need to know about it. */
export type Dataset = {
  /** The world whose rows it has: the project's own when absent. */
  world?: GivenWorld;
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

/** The database of a size, filled with the project's own world or with a given one, and kept. */
export async function datasetOf(size: Size, database: DatabaseKind, world?: GivenWorld): Promise<Dataset> {
  const url = await (world === undefined ? ownDatabase(size, database) : givenDatabase(size, database, world));
  // Newer rules may derive other rows than those that are kept.
  const opened = await openDatabase(url, { mode: "migrate" });
  const now = new Date().toISOString();
  // Each run has its own: a name is taken while its token may be used.
  const token = await createToken(opened, { name: `bench ${now}`, role: "editor", organizations: [] }, now);
  await opened.close();
  const sql = bareSql(url);
  await makeFloor(sql);
  return { ...(world && { world }), size, database, url, token, ...asked(sql) };
}

/** Filled by the project's own generator: that program and the generator decide what it has. */
async function ownDatabase(size: Size, database: DatabaseKind): Promise<string> {
  const made = digestOf("bench/src/world", "bench/src/load");
  const onSqlite = () =>
    keptSqlite(`${size}-${made}`, (file) => {
      const program = fileURLToPath(new URL("./load/load-sqlite.js", import.meta.url));
      const { status } = spawnSync(process.execPath, [program, file, String(sizes[size]), String(seed)], {
        stdio: "inherit",
      });
      if (status !== 0) throw new Error(`${file} could not be filled`);
    });
  if (database === "sqlite") return `file:${await onSqlite()}`;
  return keptPostgresql(`${size}_${made}`, async (url) => loadPostgresql(url, await onSqlite()));
}

/** Filled by the command, as a user would. */
async function givenDatabase(size: Size, database: DatabaseKind, world: GivenWorld): Promise<string> {
  const name = world.hasSizes ? `${world.name}-${size}` : world.name;
  const made = `${name}-${world.digest}`;
  const files = () => world.files(size, join(folder, made));
  if (database === "sqlite") {
    const file = await keptSqlite(made, (partial) => {
      importWorld(`file:${partial}`, files());
      shell("sqlite", partial, "PRAGMA wal_checkpoint(TRUNCATE);");
    });
    return `file:${file}`;
  }
  return keptPostgresql(made, async (url) => {
    importWorld(url, files());
    // As the server does by itself soon after.
    shell("postgresql", url, "VACUUM ANALYZE;");
  });
}

function asked(sql: BareSql): Omit<Dataset, "world" | "size" | "database" | "url" | "token"> {
  const one = async (text: string, id: string) => Number(Object.values((await sql.all(text, id))[0] ?? {})[0]);
  return {
    sql,
    followUps: async (purpose, count) => {
      const open = `EXISTS (SELECT 1 FROM standing s WHERE s.follow_up_id = f.id AND s.until_on = '9999-12-31'
        AND s.lifecycle = 'open' AND s.role = 'lead' AND s.position IN ('accepted', 'awaiting'))`;
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
