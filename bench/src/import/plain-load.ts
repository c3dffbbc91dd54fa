import type { DatabaseKind } from "../dataset.ts";
import { shell } from "./shell.ts";
import { type PlainTable, plainTables, type WorldFiles } from "./world-file.ts";

/**
 * How long the database's own means take to load the same rows: `\copy` or `.import` into plain tables, then the
 * indexes.
 */
export function plainLoad(database: DatabaseKind, url: string, { tables }: WorldFiles): void {
  const script = [
    ...(Object.keys(plainTables) as PlainTable[]).flatMap((table) => [
      `CREATE TABLE plain_${table} (${plainTables[table].map((column) => `${column} text`).join(", ")});`,
      database === "sqlite"
        ? `.import --csv --skip 1 ${tables[table]} plain_${table}`
        : `\\copy plain_${table} FROM '${tables[table]}' (FORMAT csv, HEADER)`,
    ]),
    ...indexes.map((columns) => `CREATE INDEX ON_NAME ON plain_${columns};`.replace("ON_NAME", nameOf(columns))),
    ...words[database],
  ].join("\n");
  shell(database, url, script);
}

function nameOf(columns: string): string {
  return `plain_${columns.replace(/\W+/g, "_")}idx`;
}

/** The indexes that Heed has on the same columns. */
const indexes = [
  "report (id)",
  "report (reference)",
  "report (reporting_year, id)",
  "recommendation (id)",
  "recommendation (report_id, reference)",
  "recommendation (reference)",
  "recommendation (theme, id)",
  "follow_up (id)",
  "follow_up (recommendation_id)",
  "follow_up (addressee)",
  "entry (id)",
  "entry (follow_up_id, given_on)",
];

const words: Readonly<Record<DatabaseKind, string[]>> = {
  sqlite: [
    `CREATE VIRTUAL TABLE plain_words USING fts5(title_en, text_fr, text_nl, text_en, content = 'plain_recommendation', tokenize = "unicode61 remove_diacritics 2");`,
    "INSERT INTO plain_words (plain_words) VALUES ('rebuild');",
  ],
  postgresql: [
    `CREATE INDEX plain_words ON plain_recommendation USING gin (to_tsvector('simple',
       coalesce(title_en, '') || ' ' || coalesce(text_fr, '') || ' ' || coalesce(text_nl, '') || ' ' || coalesce(text_en, '')));`,
  ],
};
