import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { seed } from "../dataset.ts";
import { heedProgram } from "../heed.ts";
import { mappingText } from "../import/mapping.ts";
import { writeWorldFiles } from "../import/world-file.ts";
import { copied } from "../kept/copied.ts";
import { folder } from "../kept/folder.ts";
import { load } from "../measure/load.ts";
import { turnsOf } from "../measure/turns.ts";
import { startServer } from "../servers/server-process.ts";
import { exporting } from "./exporting.ts";
import type { Bench, Figure, Result } from "./figure.ts";
import { base } from "./reads.ts";

const recommendations = 10_000;

/** Lists while a client exports and a file of new rows is imported, on a copy of the database; the baseline is Heed alone. */
export const beside: Figure = {
  name: "beside",
  about: "lists beside a running export and a running import, and alone",
  sizes: ["100k"],
  async run(bench) {
    const { dataset, connections } = bench;
    const url = await copied(dataset);
    const service = await startServer("heed", url);
    const place = join(folder, "beside");
    const { wide } = await writeWorldFiles(place, recommendations, seed + 1);
    const mapping = join(place, "mapping.yaml");
    writeFileSync(mapping, mappingText());
    try {
      const lists = await listsOf(bench);
      const alone = await ratesOf(bench, service.origin, lists);
      const ended = new AbortController();
      const exports = exporting(service.origin, ended.signal);
      const environment = { ...process.env, HEED_DATABASE: url };
      const importing = spawn(process.execPath, [heedProgram, "import", wide, "--mapping", mapping], {
        env: environment,
        stdio: "ignore",
      });
      const imported = once(importing, "exit");
      const busy = await ratesOf(bench, service.origin, lists);
      const ranLonger = importing.exitCode === null;
      ended.abort();
      await Promise.all([exports, imported]);
      if (importing.exitCode !== 0) throw new Error(`the import beside the lists ended with ${importing.exitCode}`);
      const { size, database } = dataset;
      return lists.map(({ part }, index): Result => {
        const turns = turnsOf(busy[index] ?? [], alone[index] ?? []);
        const note = `the baseline is Heed alone${ranLonger ? "" : "; the import ended before"}`;
        return { figure: "beside", part, size, database, unit: "requests per second", connections, note, ...turns };
      });
    } finally {
      await service.stop();
      rmSync(place, { recursive: true });
    }
  },
};

type List = { part: string; path: string };

/** The lists of a page, with the addressee that has most. */
async function listsOf({ dataset }: Bench): Promise<List[]> {
  const [largest] = await dataset.sql.all(
    "SELECT addressee_id AS id FROM follow_up GROUP BY addressee_id ORDER BY count(*) DESC LIMIT 1",
  );
  const lists = ["recommendations?pageSize=20&withTotal=true", "overdue?pageSize=20"];
  return lists.flatMap((list) => [
    { part: list.replace(/\?.*/, ""), path: `${base}/${list}` },
    { part: `${list.replace(/\?.*/, "")}: addressee`, path: `${base}/${list}&addressee=${largest?.id}` },
  ]);
}

/** The rates of each list, round by round. */
async function ratesOf(
  { rounds, seconds, connections }: Bench,
  origin: string,
  lists: readonly List[],
): Promise<number[][]> {
  const rates = lists.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, { path }] of lists.entries())
      rates[index]?.push((await load(origin, () => ({ path }), { connections, seconds })).perSecond);
  return rates;
}
