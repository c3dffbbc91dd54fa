import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseKind } from "../dataset.ts";
import { shell, shellOf } from "./shell.ts";

/** All rows of an import, table by table, and the SQL that creates the same tables, indexes and triggers. */
export type KeptRows = {
  tables: readonly { name: string; file: string; rows: number }[];
  /** SQL that creates the tables; then that of the indexes, the word index, foreign keys and triggers. */
  before: readonly string[];
  after: readonly string[];
};

/**
 * Writes the rows of an imported database as CSV into a folder, without the staging tables and the list of migrations.
 */
export function keptRows(database: DatabaseKind, url: string, folder: string): KeptRows {
  mkdirSync(folder, { recursive: true });
  const tables = tableNames(database, url).map((name) => {
    const file = join(folder, `${name}.csv`);
    writeOut[database](url, name, file);
    return { name, file, rows: Number(shell(database, url, `SELECT count(*) FROM ${name};`)) };
  });
  return { tables, ...schemaOf[database](url) };
}

const noRecord = ["staged", "_prisma", "sqlite", "recommendation_words"];

function tableNames(database: DatabaseKind, url: string): string[] {
  const names =
    database === "sqlite"
      ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name;"
      : "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename;";
  return shell(database, url, names)
    .split("\n")
    .filter((name) => name !== "" && !noRecord.some((start) => name.startsWith(start)));
}

const writeOut: Readonly<Record<DatabaseKind, (url: string, table: string, file: string) => void>> = {
  sqlite: (url, table, file) =>
    shell("sqlite", url, `.mode csv\n.headers on\n.output ${file}\nSELECT * FROM ${table};`),
  postgresql: (url, table, file) => shell("postgresql", url, `\\copy ${table} TO '${file}' (FORMAT csv, HEADER)`),
};

const schemaOf: Readonly<Record<DatabaseKind, (url: string) => Pick<KeptRows, "before" | "after">>> = {
  sqlite: (url) => {
    const of = (type: string) => {
      const text = shell(
        "sqlite",
        url,
        `SELECT replace(sql, char(10), ' ') || ';' FROM sqlite_master WHERE type = '${type}' AND sql IS NOT NULL
           AND ${noRecord.map((start) => `tbl_name NOT LIKE '${start}%'`).join(" AND ")};`,
      );
      // .import has no NULL: it leaves an empty text in its place.
      return text.split("\n").map((each) => each.replaceAll("IS NOT NULL", "<> ''"));
    };
    return { before: of("table"), after: [...of("index"), ...sqliteWords, ...of("trigger")] };
  },
  postgresql: (url) => {
    const section = (name: string) => [
      shellOf("pg_dump", ["--schema-only", "--no-owner", `--section=${name}`, "-T", "staged_*", "-T", "_prisma*", url]),
    ];
    return { before: section("pre-data"), after: section("post-data") };
  },
};

const words = (field: string) => `COALESCE((SELECT group_concat(value, ' ') FROM json_each(r.body, '$.${field}')), '')`;

/** The same as in Heed, except for what needs a newer SQLite than Debian's shell: deleting words. */
const sqliteWords = [
  `CREATE VIRTUAL TABLE recommendation_words USING fts5(words, content = '', tokenize = "unicode61 remove_diacritics 2");`,
  `INSERT INTO recommendation_words (rowid, words) SELECT n.place, r.reference || ' ' || ${words("title")} || ' ' || ${words("text")}
     FROM recommendation_place n JOIN recommendation r ON r.id = n.recommendation_id;`,
];
