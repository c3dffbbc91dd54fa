import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type DatabaseKind, datasetOf, type Size, sizes } from "./dataset.ts";
import { access } from "./figures/access.ts";
import { asked } from "./figures/asked.ts";
import { beside } from "./figures/beside.ts";
import { cold } from "./figures/cold.ts";
import type { Figure, Result } from "./figures/figure.ts";
import { growth } from "./figures/growth.ts";
import { importing } from "./figures/importing.ts";
import { memory } from "./figures/memory.ts";
import { page } from "./figures/pages.ts";
import { past } from "./figures/past.ts";
import { publicPages } from "./figures/public-pages.ts";
import { readFigures } from "./figures/reads.ts";
import { rebuild } from "./figures/rebuild.ts";
import { total } from "./figures/totals.ts";
import { update } from "./figures/update.ts";
import { whileImporting } from "./figures/while-importing.ts";
import { givenWorld } from "./given/given-world.ts";
import { root } from "./heed.ts";
import { folder } from "./kept/folder.ts";
import { lineOf } from "./report/line.ts";
import { worstOfEach } from "./report/worst.ts";
import { startServer } from "./servers/server-process.ts";

const figures: readonly Figure[] = [
  ...readFigures,
  asked,
  growth,
  past,
  total,
  page,
  publicPages,
  cold,
  memory,
  update,
  access,
  importing,
  beside,
  whileImporting,
  rebuild,
];

const { values: options } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    size: { type: "string", multiple: true, default: ["1k", "100k", "1m"] },
    database: { type: "string", multiple: true, default: ["sqlite", "postgresql"] },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "1" },
    connections: { type: "string", default: "8" },
    rows: { type: "string", default: "100000" },
    world: { type: "string" },
    named: { type: "string" },
    record: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const several = (given: readonly string[] | undefined) => given?.flatMap((each) => each.split(","));

if (options.help) {
  process.stdout.write(`pnpm bench [--only FIGURE,…] [--size ${Object.keys(sizes).join(",")}] [--database sqlite,postgresql]
           [--rounds 5] [--seconds 1] [--connections 8] [--rows 100000] [--record] [--world FOLDER] [--named TEXT]

Figures:
${figures.map(({ name, about }) => `  ${name.padEnd(10)} ${about}\n`).join("")}
Databases are filled once and kept in ${folder} (HEED_BENCH_FOLDER); with --record the results
are kept in bench/results, which is committed.

--world FOLDER measures on the rows of that folder, imported by \`heed import\`, and not on the project's own:
CSV files, each with a mapping whose name ends with the file's (recommendations.csv, any-recommendations.yaml);
those that are entered onto recommendations come last. With a generate.mjs in the folder, that program makes the
rows of each size (--size, --out): addressees, reports, recommendations and assessments, which are then joined.
Without one, --size is ignored. Figures that need the project's own rows are left out.

--rows says how many the figure \`meanwhile\` imports.

--named TEXT asks, of the figure \`asked\`, only the questions whose name has the text.
`);
  process.exit(0);
}

const wanted = several(options.only);
const unknown = wanted?.filter((name) => !figures.some((figure) => figure.name === name)) ?? [];
if (unknown.length > 0) throw new Error(`there is no figure ${unknown.join(", ")}; see pnpm bench --help`);
const databases = several(options.database) as DatabaseKind[];
mkdirSync(folder, { recursive: true });

if (databases.includes("postgresql") && process.env.HEED_TEST_POSTGRESQL === undefined) {
  // Its own server, kept from one run to the next, which waits for the disk like a real one.
  const { status } = spawnSync(
    join(root, "scripts", "with-postgresql.sh"),
    [process.execPath, ...process.argv.slice(1)],
    {
      stdio: "inherit",
      env: {
        ...process.env,
        HEED_POSTGRESQL_FOLDER: join(folder, "postgresql"),
        HEED_POSTGRESQL_SETTINGS: "fsync=on shared_buffers=1GB max_wal_size=4GB checkpoint_timeout=30min",
      },
    },
  );
  process.exit(status ?? 1);
}

const world = options.world === undefined ? undefined : givenWorld(options.world);
const chosenSizes = several(options.size) as Size[];

for (const size of world?.hasSizes === false ? chosenSizes.slice(0, 1) : chosenSizes)
  for (const database of databases) {
    const dataset = await datasetOf(size, database, world);
    const [heed, baseline] = [await startServer("heed", dataset.url), await startServer("baseline", dataset.url)];
    try {
      for (const figure of figures) {
        if (wanted !== undefined ? !wanted.includes(figure.name) : figure.sizes?.includes(size) === false) continue;
        if (world !== undefined && figure.ofOwnWorld) continue;
        const found = await figure.run({
          dataset,
          heed: heed.origin,
          baseline: baseline.origin,
          rounds: Number(options.rounds),
          seconds: Number(options.seconds),
          connections: Number(options.connections),
          rows: Number(options.rows),
          ...(options.named !== undefined && { named: options.named }),
        });
        const results = found.map((result) => ({ ...result, ...(world && { world: world.name }) }));
        for (const result of worstOfEach(results)) process.stdout.write(`${lineOf(result)}\n`);
        keep(figure.name, size, database, results);
      }
    } finally {
      await Promise.all([heed.stop(), baseline.stop()]);
    }
  }
process.exit(0);

/** One small file for each figure, size and database, so that each can be measured again alone. */
function keep(figure: string, size: Size, database: DatabaseKind, results: Result[]): void {
  const place = options.record ? join(root, "bench", "results") : join(folder, "results");
  mkdirSync(place, { recursive: true });
  const of = [figure, ...(world === undefined ? [] : [world.name]), size, database].join("-");
  writeFileSync(join(place, `${of}.json`), `${JSON.stringify(results, null, 2)}\n`);
}
