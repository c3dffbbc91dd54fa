import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { folder, seed, sizes } from "../dataset.ts";
import { bareSql } from "../floor/bare-sql.ts";
import { heed } from "../heed.ts";
import { mappingText } from "../import/mapping.ts";
import { plainLoad } from "../import/plain-load.ts";
import { plainTables, writeWorldFiles } from "../import/world-file.ts";
import { databaseUrl } from "../load/load-postgresql.ts";
import { inTurn } from "../measure/turns.ts";
import { type Figure, requireSame } from "./figure.ts";

/** Each time into a database that is new; the same rows must have come on both sides. */
export const importing: Figure = {
  name: "import",
  about: "`heed import` of a whole CSV file beside the database's own load of the same rows, with indexes",
  sizes: ["10k", "100k"],
  async run({ dataset: { size, database }, rounds }) {
    const place = join(folder, "import");
    const files = await writeWorldFiles(place, sizes[size], seed);
    const mapping = join(place, "mapping.yaml");
    writeFileSync(mapping, mappingText());
    const tables = Object.keys(plainTables);
    const counted = async (url: string, prefix: string) => {
      const sql = bareSql(url);
      const counts = await Promise.all(
        tables.map(async (table) => (await sql.all(`SELECT count(*) AS count FROM ${prefix}${table}`))[0]?.count),
      );
      await sql.close();
      return counts.map(Number);
    };
    const seconds = async (prefix: string, prepare: (url: string) => void, work: (url: string) => void) => {
      const url = await newDatabase(database, place);
      prepare(url);
      const begun = performance.now();
      work(url);
      const took = (performance.now() - begun) / 1000;
      requireSame(
        "import: rows of each table",
        await counted(url, prefix),
        tables.map((table) => files.counts[table as keyof typeof plainTables]),
      );
      return took;
    };
    // A hundred thousand take minutes.
    const turns = await inTurn(
      size === "100k" ? 1 : rounds,
      () =>
        seconds(
          "",
          (url) => heed(url, "database", "upgrade"),
          (url) => heed(url, "import", files.wide, "--mapping", mapping),
        ),
      () =>
        seconds(
          "plain_",
          () => undefined,
          (url) => plainLoad(database, url.replace(/^file:/, ""), files),
        ),
    );
    rmSync(place, { recursive: true });
    const note = `${files.counts.entry} entries`;
    return [{ figure: "import", size, database, unit: "seconds", note, ...turns }];
  },
};

async function newDatabase(database: "sqlite" | "postgresql", place: string): Promise<string> {
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
