import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freshDatabase, worldDatabase } from "./heed.ts";

const mapping = `heed: mapping/1
name: without deadlines
report: { reference: R, issuingBody: Working group, publishedOn: { template: "1990", format: yyyy }, responsePeriod: none }
recommendation: { reference: "{ref}", text: Do it. }
addressees:
  - names: "{to}"
    entries: [{ type: response, position: { column: reply, map: { "yes": accepted } }, knownBy: 1991-12-31 }]
`;

test("without deadlines, what is old is not too young, and what nobody assessed is not 0 % implemented", async () => {
  const { heed, folder } = await freshDatabase();
  await writeFile(join(folder, "m.yaml"), mapping);
  await writeFile(join(folder, "f.csv"), "ref,to,reply\nA,NHS,yes\nB,NHS,\nC,NHS,\n");
  await heed("database", "upgrade");
  expect((await heed("import", join(folder, "f.csv"), "--mapping", join(folder, "m.yaml"))).stderr).toBe("");
  const rates = async (...args: string[]) =>
    JSON.parse((await heed("progress", "--format", "json", ...args)).stdout).items[0].rates;
  for (const known of [[], ["--known-at", "2999-01-01"]])
    expect(await rates(...known)).toMatchObject([
      { name: "responded", numerator: 1, denominator: 3, tooYoung: 0, undetermined: 0 },
      { name: "accepted", numerator: 1, denominator: 1 },
      { name: "implemented", numerator: 0, denominator: 0, notAssessed: 3, tooYoung: 0 },
    ]);
  const text = (await heed("progress")).stdout;
  expect(text).toContain("33 % (1/3)");
  expect(text).toContain("3 not assessed");
  expect(text).not.toMatch(/\b0 %/);
  expect(text).not.toContain("too young");
  const csv = (await heed("progress", "--format", "csv")).stdout.split("\r\n");
  expect(csv[3]).toMatch(/^all,all,3,[-0-9]{10},implemented,0,0,3,0,0,/);
  expect((await heed("progress", "--matrix")).stdout).toContain("3 not assessed");
  // A year after publication they were too young to judge.
  expect((await rates("--as-of", "1991-06-30"))[0]).toMatchObject({ denominator: 0, tooYoung: 2 });
});

test("the numbers of groups add up to those of the whole, by each grouping that divides it", async () => {
  const { heed } = await worldDatabase();
  const progress = async (...args: string[]) =>
    JSON.parse((await heed("progress", "--as-of", "2026-11-26", "--format", "json", ...args)).stdout).items;
  const names = ["numerator", "denominator", "notAssessed", "tooYoung", "undetermined"];
  const sums = (items: { rates: Record<string, number>[] }[]) =>
    [0, 1, 2].map((rate) => names.map((name) => items.reduce((sum, { rates }) => sum + (rates[rate]?.[name] ?? 0), 0)));
  for (const known of [[], ["--known-at", "2999-01-01"]]) {
    const whole = await progress(...known);
    expect(whole[0].rates[2].notAssessed).toBeGreaterThan(0);
    for (const by of ["addressee", "responsible", "reportingYear", "report"])
      expect(sums(await progress("--group-by", by, ...known)), by).toEqual(sums(whole));
  }
  const csv = (await heed("progress", "--as-of", "2026-11-26", "--format", "csv", "--group-by", "report")).stdout;
  const implemented = csv.split("\r\n").filter((line) => line.includes(",implemented,"));
  const total = implemented.reduce((sum, line) => sum + Number(line.split(",")[6]), 0);
  const [whole] = await progress();
  expect(total).toBe(whole.rates[2].denominator);
  expect(whole.rates[2].cohort).toContain("assessed");
});

test("groups are named in the language asked for", async () => {
  const { heed } = await worldDatabase();
  const text = (await heed("progress", "--group-by", "addressee", "--lang", "nl", "--as-of", "2015-06-30")).stdout;
  expect(text).toContain("FOD Justitie");
});

test("what one reader alone closed is counted apart, until it is opened again (R35)", async () => {
  const { heed } = await worldDatabase();
  const counted = async (...args: string[]) =>
    JSON.parse((await heed("progress", "--report", "2015", "--format", "json", ...args)).stdout).items[0]
      .closedBySingleReader;
  expect(await counted()).toBe(0);
  const act = ["--addressee", "fedpol", "--role", "assessor", "--as", "A. Lambert"];
  const ended = ["--closure", "overtakenByEvents", "--reason", "A new Act.", "--single-reader", "The other is ill."];
  const { stderr, code } = await heed("follow-up", "close", "2015-02", ...act, ...ended);
  expect(code, stderr).toBe(0);
  for (const known of [[], ["--known-at", "2999-01-01"]]) expect(await counted(...known)).toBe(1);
  expect(await counted("--as-of", "2017-01-01")).toBe(0);
  const told = "1 of 1 closed were read by the assessor alone";
  expect((await heed("progress", "--report", "2015")).stdout).toContain(told);
  expect((await heed("follow-up", "show", "2015-02", "--addressee", "fedpol")).stdout).toContain(
    "closed by a single reader",
  );
  const csv = (await heed("progress", "--report", "2015", "--format", "csv")).stdout.split("\r\n");
  expect(csv[0]).toMatch(/,closedBySingleReader$/);
  expect(csv[1]).toMatch(/,1$/);
  const again = ["--reason", "It was not.", "--second-reader", "B. Wouters"];
  expect((await heed("follow-up", "reopen", "2015-02", ...act, ...again)).code).toBe(0);
  expect(await counted()).toBe(0);
  expect((await heed("database", "check")).code).toBe(0);
});
