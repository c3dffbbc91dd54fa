import type { DatabaseKind } from "../dataset.ts";
import type { KeptRows } from "./kept-rows.ts";
import { shell } from "./shell.ts";

/**
 * How long the database's own means take to load all rows that Heed keeps: `\copy` or `.import` into the same tables;
 * then the same indexes, and the foreign keys, which are built on PostgreSQL and checked on SQLite.
 */
export function keptLoad(database: DatabaseKind, url: string, { tables, before, after }: KeptRows): void {
  const loads = tables.map(({ name, file }) =>
    database === "sqlite"
      ? `.import --csv --skip 1 ${file} ${name}`
      : `\\copy ${name} FROM '${file}' (FORMAT csv, HEADER)`,
  );
  // The script of pg_dump leaves an empty search path behind.
  const path = database === "sqlite" ? [] : ["SET search_path = public;"];
  const begin = database === "sqlite" ? ["PRAGMA cache_size = -32768;"] : [];
  const broken = shell(
    database,
    url,
    [...begin, ...before, ...path, ...loads, ...after, ...foreignKeys[database]].join("\n"),
  );
  if (broken.includes("broken")) throw new Error(`the load of all rows left a foreign key broken: ${broken}`);
}

/**
 * On PostgreSQL the foreign keys are part of the schema. A recommendation that is not a part has an empty text here,
 * where the record has NULL.
 */
const foreignKeys: Readonly<Record<DatabaseKind, string[]>> = {
  sqlite: [
    `SELECT 'broken', * FROM pragma_foreign_key_check c
     WHERE NOT (c."table" = 'recommendation' AND c.parent = 'recommendation') LIMIT 5;`,
  ],
  postgresql: [],
};
