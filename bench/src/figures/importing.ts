import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { bareSql } from "../baseline/bare-sql.ts";
import { type DatabaseKind, seed, sizes } from "../dataset.ts";
import { heed } from "../heed.ts";
import { keptLoad } from "../import/kept-load.ts";
import { keptRows } from "../import/kept-rows.ts";
import { mappingText } from "../import/mapping.ts";
import { plainLoad } from "../import/plain-load.ts";
import { type PlainTable, plainTables, writeWorldFiles } from "../import/world-file.ts";
import { folder } from "../kept/folder.ts";
import { databaseUrl } from "../kept/kept-postgresql.ts";
import { turnsOf } from "../measure/turns.ts";
import { type Figure, requireSame } from "./figure.ts";

/**
 * Imports into a new database each time; both sides must end with the same rows. The first baseline loads what the
 * source says, the second all rows that Heed keeps of it.
 */
export const importing: Figure = {
  name: "import",
  ofOwnWorld: true,
  about:
    "`heed import` of a whole CSV file beside the database's own load: of the source's rows, and of all rows that Heed keeps",
  sizes: ["10k", "100k"],
  async run({ dataset: { size, database }, rounds }) {
    const place = join(folder, "import");
    const files = await writeWorldFiles(place, sizes[size], seed);
    const mapping = join(place, "mapping.yaml");
    writeFileSync(mapping, mappingText());
    const source = Object.keys(plainTables) as PlainTable[];
    const sourceCounts = source.map((table) => files.counts[table]);
    const took = { heed: [] as number[], source: [] as number[], kept: [] as number[] };
    let kept: ReturnType<typeof keptRows> | undefined;
    // An import of a hundred thousand takes a minute or two.
    for (let round = 0; round < (size === "100k" ? Math.min(3, rounds) : rounds); round++) {
      const url = await newDatabase(database, place);
      heed(url, "database", "upgrade");
      took.heed.push(seconds(() => heed(url, "import", files.wide, "--mapping", mapping)));
      requireSame("import: rows of the source", await counts(url, source), sourceCounts);
      kept ??= keptRows(database, url, join(place, "kept"));

      const plain = await newDatabase(database, place);
      took.source.push(seconds(() => plainLoad(database, plain, files)));
      const plainNames = source.map((table) => `plain_${table}`);
      requireSame("import: rows of the source", sourceCounts, await counts(plain, plainNames));

      const again = await newDatabase(database, place);
      const rows = kept;
      const { tables } = rows;
      took.kept.push(seconds(() => keptLoad(database, again, rows)));
      const names = tables.map(({ name }) => name);
      requireSame(
        "import: all rows",
        tables.map(({ rows }) => rows),
        await counts(again, names),
      );
    }
    rmSync(place, { recursive: true });
    const all = kept?.tables.reduce((sum, { rows }) => sum + rows, 0);
    const of = { figure: "import", size, database, unit: "seconds" } as const;
    return [
      { ...of, part: "source rows", note: `${files.counts.entry} entries`, ...turnsOf(took.heed, took.source) },
      { ...of, part: "all rows Heed keeps", note: `${all} rows`, ...turnsOf(took.heed, took.kept) },
    ];
  },
};

function seconds(work: () => void): number {
  const begun = performance.now();
  work();
  return (performance.now() - begun) / 1000;
}

async function counts(url: string, tables: readonly string[]): Promise<number[]> {
  const sql = bareSql(url);
  const found: number[] = [];
  for (const table of tables) found.push(Number((await sql.all(`SELECT count(*) AS count FROM ${table}`))[0]?.count));
  await sql.close();
  return found;
}

async function newDatabase(database: DatabaseKind, place: string): Promise<string> {
  if (database === "sqlite") {
    const file = join(place, "import.sqlite");
    for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
    return `file:${file}`;
  }
  const server = process.env.HEED_TEST_POSTGRESQL ?? "";
  const client = new pg.Client(server);
  await client.connect();
  await client.query("DROP DATABASE IF EXISTS heed_import");
  await client.query("CREATE DATABASE heed_import");
  await client.end();
  return databaseUrl(server, "heed_import");
}
