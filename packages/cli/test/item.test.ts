import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

test("what is collected is added, listed by its kind, corrected, withdrawn and exported by the command line", async () => {
  const { heed, folder } = await worldDatabase();
  const ok = async (...args: string[]) => {
    const { code, stdout, stderr } = await heed(...args);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const common = ["--by", "myria", "--year", "2014", "--title", "nl:De steengroeve"];
  const add = (reference: string, content: string, ...more: string[]) =>
    heed("item", "add", "--reference", reference, ...common, "--content", content, ...more);
  const judgment = ["--kind", "judgment"];
  const court = '{"court":"Hof van beroep Gent","decidedOn":"2014-05-06"}';
  const wrong = await add("JUD-2014-1", '{"court":"Hof van beroep Gent"}', ...judgment);
  expect([wrong.code, wrong.stderr.includes("--content decidedOn")]).toEqual([2, true]);
  expect((await add("JUD-2014-1", court, ...judgment)).stdout).toMatch(
    /^Recorded: judgment JUD-2014-1 \[[0-9a-f]{8}\] \(version 1\)\n$/,
  );
  const named = await add("CASE-2014-1", '{"facts":{"nl":"Zij kende mevr. Janssens."}}', "--kind", "phenomenon");
  expect([named.code, named.stderr.includes("--content facts.nl")]).toEqual([2, true]);
  expect(
    (await add("CASE-2014-1", '{"facts":{"nl":"Zij kende niemand."}}', "--kind", "phenomenon", "--confidential")).code,
  ).toBe(0);

  const csv = await ok("item", "list", "--kind", "judgment", "--year", "2014", "--format", "csv", "--lang", "nl");
  expect(csv).toContain("Hof van beroep Gent");
  expect(csv.split("\r\n")[0]).toContain("Gerecht");
  const references = async (...more: string[]) =>
    JSON.parse(await ok("item", "list", "--year", "2014", "--format", "json", ...more)).items.map(
      ({ reference }: { reference: string }) => reference,
    );
  expect(await references()).toEqual(["LAW-2014-1", "JUD-2014-1"]);
  expect(await references("--confidential")).toEqual(["CASE-2014-1", "LAW-2014-1", "JUD-2014-1"]);
  expect((await heed("item", "show", "CASE-2014-1")).code).not.toBe(0);
  expect(await ok("item", "show", "case-2014-1", "--confidential", "--lang", "nl")).toContain("Vertrouwelijk");
  await ok("item", "correct", "JUD-2014-1", "--change", '{"content":{"outcome":"vrijgesproken"}}');
  const shown = await ok("item", "show", "JUD-2014-1", "--by", "myria", "--lang", "nl");
  expect(shown).toContain("Uitkomst: vrijgesproken");

  const figures = await ok("item", "figures", "STAT-1", "--lang", "nl");
  expect(figures).toMatch(/seksueel +\* +\* +42/);
  expect(await ok("item", "figures", "STAT-1", "--confidential")).toMatch(/sexual +\[3\] +\[39\] +42/);
  expect(await ok("item", "figures", "stat-1", "--confidential", "--format", "csv")).toContain("2011,sexual,men,,yes");
  const file = join(folder, "record.json");
  await ok("export", "--to", file);
  expect(JSON.parse(await readFile(file, "utf8")).collectedItems.length).toBeGreaterThan(3);
  expect(await ok("item", "withdraw", "JUD-2014-1", "--reason", "It was another case.")).toMatch(
    /^Withdrawn: judgment/,
  );
  expect(await references()).toEqual(["LAW-2014-1"]);
  expect(await ok("audit", "verify")).toContain("unbroken");
});
