import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";

const bench = fileURLToPath(new URL("../../../bench/dist/bench.js", import.meta.url));
const server = process.env.HEED_TEST_POSTGRESQL ?? "";
const databases = ["sqlite", ...(server === "" ? [] : ["postgresql"])];

const mapping = `heed: mapping/1
name: bench-test
reports: byReference
report:
  reference: "{report}"
  issuingBody: The court
  reportingYear: "{year}"
  publishedOn: "{year}-06-01"
recommendation:
  reference: "{reference}"
  text:
    languages: { en: "{text}" }
  themes: "{theme}"
  implementationDue: "{due}"
addressees:
  - names: "{addressee}"
`;

const answers = `heed: mapping/1
name: bench-test-answers
onto:
  source: bench-test
  reference: "{reference}"
  entries:
    - type: response
      position: { column: position, map: { yes: accepted, no: rejected } }
      reason: Told
      givenOn: "{on}"
`;

test("the benchmarks ask their questions on the rows of a folder, and both sides answer the same", {
  timeout: 300_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "heed-world-"));
  const kept = await mkdtemp(join(tmpdir(), "heed-bench-"));
  onTestFinished(async () => {
    for (const each of [folder, kept]) await rm(each, { recursive: true, force: true });
    if (server !== "") await dropDatabases(basename(folder));
  });
  const lines = Array.from({ length: 40 }, (_, index) => {
    const [year, theme, addressee] = [2012 + (index % 6), ["Courts", "Police"][index % 2], `Ministry ${index % 3}`];
    return `R-${year},${year},${index + 1},Train the ${index % 4 === 0 ? "judges" : "guards"} well,${theme},${year + 2}-03-31,${addressee}`;
  });
  await writeFile(join(folder, "asked.csv"), `report,year,reference,text,theme,due,addressee\n${lines.join("\n")}\n`);
  await writeFile(join(folder, "any-asked.yaml"), mapping);
  // By its name it would come first; what is entered onto recommendations comes after them.
  await writeFile(
    join(folder, "answers.csv"),
    "reference,position,on\n1,yes,2013-01-01\n2,no,2014-01-01\n5,yes,2018-01-01\n",
  );
  await writeFile(join(folder, "any-answers.yaml"), answers);

  const run = (on: readonly string[], ...words: string[]) => {
    const always = ["--world", folder, "--database", on.join(","), "--only", "asked"];
    const short = ["--rounds", "1", "--seconds", "0.01", "--connections", "1"];
    const env = { ...process.env, HEED_BENCH_FOLDER: kept };
    const { status, stdout, stderr } = spawnSync(process.execPath, [bench, ...always, ...short, ...words], {
      encoding: "utf8",
      env,
    });
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    return stdout;
  };
  // The second one finds the database of the first.
  run(["sqlite"], "--named", "organizations");
  const stdout = run(["sqlite"]);
  // A run checks by itself that both sides answer the same, whichever questions it asks: on the second database those of one list.
  if (databases.includes("postgresql")) run(["postgresql"], "--named", "recommendations: ");
  expect(stdout).toContain("asked recommendations: addressee + position, with total");

  const files = (await readdir(join(kept, "results"))).sort();
  expect(files).toEqual(databases.map((database) => `asked-${basename(folder)}-1k-${database}.json`).sort());
  for (const file of files) {
    const results = JSON.parse(await readFile(join(kept, "results", file), "utf8")) as {
      part: string;
      note?: string;
    }[];
    const notes = (part: string) => results.filter((result) => result.part === part).map(({ note }) => note);
    expect(notes("recommendations: theme")).toEqual(["small Courts (20)", "large Police (20)"]);
    expect(notes("recommendations: position")).toEqual([
      "small rejected (1)",
      "middle accepted (2)",
      "large awaiting (37)",
    ]);
    if (file.includes("sqlite")) expect(notes("search: q")).toContain('en rare "judges"');
  }
});

async function dropDatabases(world: string): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const start = `heed_${world}`.toLowerCase().replace(/\W/g, "_");
  const { rows } = await admin.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
    [start],
  );
  for (const { datname } of rows) await admin.query(`DROP DATABASE ${datname}`);
  await admin.end();
}
