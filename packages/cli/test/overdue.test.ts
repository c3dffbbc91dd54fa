import { expect, test } from "vitest";
import { inOwnProcess, worldDatabase } from "./heed.ts";

test("overdue tells what is late, in a table, in JSON and in CSV", async () => {
  const { heed } = await worldDatabase(inOwnProcess);
  const table = await heed("overdue", "--as-of", "2015-06-30");
  expect(table.code).toBe(0);
  expect(table.stderr).toBe("");
  expect(table.stdout).toContain(
    "19 things are overdue on 2015-06-30: response 2, commitment 3, implementation 2, progress update 9, verification 3.",
  );
  expect(table.stdout).toContain("By age in days: 1-30:");
  expect(table.stdout).toContain("Stale: 1 without a deadline");

  const json = await heed("overdue", "--as-of", "2015-06-30", "--format", "json");
  const answer = JSON.parse(json.stdout);
  expect(answer).toMatchObject({ asOf: "2015-06-30", total: 19, totalsByKind: { response: 2, verification: 3 } });
  expect(answer.items.length).toBe(19);
  for (const item of answer.items) {
    expect(item).toMatchObject({
      recommendation: { reference: expect.any(String) },
      report: { reference: expect.any(String) },
      addressee: { name: expect.any(String) },
      responsible: { name: expect.any(String) },
      kind: expect.any(String),
      due: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      originalDue: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      daysOverdue: expect.any(Number),
      daysOverdueOriginal: expect.any(Number),
      position: expect.any(String),
      reported: expect.any(String),
      assessed: expect.any(String),
    });
    expect(item.reasons.length).toBeGreaterThan(0);
  }

  const csv = await heed("overdue", "--as-of", "2015-06-30", "--format", "csv");
  expect(csv.stdout.trimEnd().split("\r\n").length).toBe(20);
});

test("overdue answers from what was true on the day, and due today is not overdue", async () => {
  const { heed } = await worldDatabase(inOwnProcess);
  const totalOn = async (...args: string[]) =>
    JSON.parse((await heed("overdue", "--format", "json", ...args)).stdout).total;
  // Two months after 15 October 2014: on the day itself nothing is overdue.
  expect(await totalOn("--as-of", "2014-12-15", "--kind", "response")).toBe(0);
  expect(await totalOn("--as-of", "2014-12-16", "--kind", "response")).toBe(3);
  expect(await totalOn("--as-of", "2009-01-01")).toBe(0);
  expect(await totalOn("--as-of", "2015-06-30", "--responsible", "just", "--kind", "response")).toBe(2);
  expect(await totalOn("--as-of", "2015-06-30", "--min-days", "365")).toBe(4);
  expect(await totalOn("--as-of", "2015-06-30", "--theme", "smuggling")).toBe(2);
});

test("overdue explains, groups, limits, and tells cron", async () => {
  const { heed } = await worldDatabase();
  const explained = await heed("overdue", "--as-of", "2015-06-30", "--explain");
  expect(explained.stdout).toContain("· a response was due 2 months after 2014-10-15, by 2014-12-15");
  const limited = await heed("overdue", "--as-of", "2015-06-30", "--limit", "3");
  expect(limited.stdout).toContain("16 more are not shown (--limit).");
  const grouped = JSON.parse(
    (await heed("overdue", "--as-of", "2015-06-30", "--group-by", "ageing", "--format", "json")).stdout,
  );
  expect(grouped.groups).toEqual([
    { group: "days1To30", total: 4 },
    { group: "days91To180", total: 7 },
    { group: "days181To365", total: 5 },
    { group: "daysOver365", total: 3 },
  ]);
  const aged = await heed("overdue", "--as-of", "2015-06-30", "--group-by", "ageing");
  expect(aged.stdout).toMatch(/^1-30 days overdue: 4$/m);
  expect(aged.stdout).toMatch(/^over 365 days overdue: 3$/m);
  expect((await heed("overdue", "--as-of", "2015-06-30", "--exit-code")).code).toBe(1);
  expect((await heed("overdue", "--as-of", "2009-01-01", "--exit-code")).code).toBe(0);
  expect((await heed("overdue", "--as-of", "2015-06-30")).code).toBe(0);
});

test("the other commands answer", async () => {
  const { heed } = await worldDatabase();
  const show = await heed("follow-up", "show", "2011-03", "--addressee", "just", "--as-of", "2015-06-30");
  expect(show.stdout).toContain(
    "Level         reported fully implemented | assessed partially implemented (divergent)",
  );
  expect(show.stdout).toContain("issuing body  finds partially implemented for 2013");
  expect(show.stdout).toContain("decides that FPS Justice is responsible after the change of 2014-07-01");
  const [until, after] = show.stdout.split("\nAfter 2015-06-30\n");
  expect(until).toContain("2014-10-15");
  expect(after).toContain("2015-11-16");
  const known = await heed("follow-up", "show", "2011-03-just", "--as-of", "2015-06-30", "--known-at", "2013-01-01");
  expect(known.stdout).toContain("On 2015-06-30, with what was recorded by 2013-01-01");
  expect(known.stdout).not.toContain("2013-02-28");
  const recommendation = await heed("recommendation", "show", "2011-04", "--format", "json");
  expect(JSON.parse(recommendation.stdout).parts.length).toBe(2);
  // It is divergent until the addressee's newest account no longer says that all was done.
  const divergentOn = async (day: string) =>
    JSON.parse((await heed("recommendation", "list", "--divergent", "--as-of", day, "--format", "json")).stdout);
  expect((await divergentOn("2015-11-16")).items).toEqual([]);
  const divergent = await divergentOn("2015-11-15");
  expect(divergent.items.map(({ reference }: { reference: string }) => reference)).toEqual(["2011-03"]);
  // Names have the same form as in `heed overdue`.
  expect(divergent.items[0].followUps[0].addressee).toMatchObject({
    code: "cpg",
    name: "Board of Prosecutors General",
  });
  const progress = JSON.parse((await heed("progress", "--as-of", "2015-06-30", "--format", "json")).stdout);
  expect(progress.items[0].rates[0]).toMatchObject({ name: "responded", numerator: 30, denominator: 32 });
  const matrix = await heed("progress", "--matrix", "--as-of", "2015-06-30", "--addressee", "just", "--lang", "fr");
  expect(matrix.stdout).toContain("Au 2015-06-30");
  expect(matrix.stdout).toMatch(/SPF Justice +toutes +7 {2}1 annoncée, 1 partiellement mise en œuvre/);
  expect(matrix.stdout).toMatch(/\n +2009 +1 {2}1 annoncée\n/);
  const rows = (await heed("progress", "--matrix", "--as-of", "2015-06-30", "--format", "csv")).stdout.split("\r\n");
  expect(rows).toContain("FPS Justice,2009,1,0,0,0,1,0,0,0,0,0,0,0");
  const lines = JSON.parse((await heed("progress", "--matrix", "--year", "2009", "--format", "json")).stdout);
  expect(lines.items[0].reportingYears).toMatchObject([{ reportingYear: 2009 }]);
  expect((await heed("report", "list")).stdout).toContain("5 reports");
  expect((await heed("organization", "list", "--lang", "nl")).stdout).toContain("FOD Justitie");
  const check = await heed("database", "check");
  expect(check.stdout).toContain("every projection agrees with its entries");
  expect((await heed("database", "rebuild")).stdout).toContain("40 follow-ups were derived again");
});

test("an act is recorded, and refused where it is not allowed", async () => {
  const { heed } = await worldDatabase();
  const respond = ["response", "record", "2013-02", "--addressee", "just", "--position", "accepted"];
  const without = await heed(...respond);
  expect(without.code).toBe(2);
  expect(without.stderr).toContain("source: where the addressee said it");
  const recorded = await heed(...respond, "--source", "letter of today", "--expect-version", "1");
  expect(recorded.stdout).toContain("Recorded on 2013-02, FPS Justice (just) (version 2): position accepted");
  expect((await heed(...respond, "--source", "letter", "--expect-version", "1")).stderr).toContain(
    "was changed meanwhile",
  );
  const closed = await heed(
    "update",
    "record",
    "2012-02",
    "--addressee",
    "cls",
    "--year",
    "2016",
    "--level",
    "underWay",
    "--source",
    "x",
  );
  expect(closed.stderr).toContain("update is not possible: the follow-up is closed, and must be open");
  expect((await heed("overdue", "--responsible", "just", "--kind", "response", "--format", "json")).stdout).toContain(
    '"total": 1',
  );
});

test("the lists tell what was known at a moment, a day meaning its end", async () => {
  const { heed } = await worldDatabase();
  const firstLine = async (...args: string[]) => (await heed(...args)).stdout.split("\n")[0];
  const then = ["--as-of", "2015-06-30", "--known-at", "2012-12-13"];
  expect(await firstLine("overdue", ...then)).toBe(
    "11 things are overdue on 2015-06-30, with what was recorded by 2012-12-13: response 5, commitment 3, implementation 3.",
  );
  expect(await firstLine("stale", ...then)).toBe(
    "4 follow-ups are stale on 2015-06-30, with what was recorded by 2012-12-13",
  );
  expect(await firstLine("recommendation", "list", ...then)).toBe(
    "11 recommendations on 2015-06-30, with what was recorded by 2012-12-13",
  );
  // Published in October 2012 and first recorded in December: in June 2011 nothing of it was on record.
  expect(await firstLine("recommendation", "list", "--known-at", "2011-06-01")).toMatch(/^4 recommendations/);
  const progress = await heed("progress", "--known-at", "2011-06-01", "--format", "json");
  expect(JSON.parse(progress.stdout).items[0].followUps).toBe(7);
});

test("confidential evidence is for the eyes of the Centre and of who answers", async () => {
  const { heed } = await worldDatabase();
  const add = ["evidence", "add", "2013-02-just", "--role", "respondent", "--for", "just"];
  expect((await heed(...add, "--confidential-evidence", "file:File 12/345")).code).toBe(0);
  const show = async (...eyes: string[]) => (await heed("follow-up", "show", "2013-02-just", ...eyes)).stdout;
  expect(await show()).not.toContain("File");
  expect(await show("--role", "respondent", "--for", "ibz")).not.toContain("File");
  expect(await show("--role", "respondent", "--for", "just")).toContain("File 12/345");
  expect(await show("--role", "assessor")).toContain("File 12/345");
});

test("a verification shows whose claim it is about, where the issuing body owes it", async () => {
  const { heed } = await worldDatabase();
  const of = ["overdue", "--kind", "verification"];
  const { items } = JSON.parse((await heed(...of, "--format", "json")).stdout);
  expect(items.length).toBeGreaterThan(0);
  const { stdout } = await heed(...of);
  for (const { addressee } of items) expect(stdout).toContain(`(addressee: ${addressee.name})`);
});

test("an organization that another one followed is said to be, instead of a clean answer", async () => {
  const { heed } = await worldDatabase();
  for (const command of [["overdue"], ["stale"], ["recommendation", "list"]]) {
    const { stdout, stderr } = await heed(...command, "--responsible", "si");
    expect(stdout, command.join(" ")).toMatch(/Since 2017-07-01, .* is responsible for what .* \(si\) was asked\./);
    expect(stderr).toBe("");
    const json = await heed(...command, "--responsible", "si", "--format", "json");
    expect(json.stderr).toContain("Since 2017-07-01");
    expect(JSON.parse(json.stdout).total).toBe(0);
    expect((await heed(...command, "--responsible", "si", "--as-of", "2017-06-30")).stdout).not.toContain("Since");
    expect((await heed(...command, "--responsible", "just")).stdout).not.toContain("is responsible for what");
  }
  expect((await heed("overdue", "--responsible", "ceoor")).stdout).toMatch(
    /Since 2014-03-15, .* or .* each for its themes\./,
  );
});

test("what is due soon goes by the original dates where those are asked for", async () => {
  const { heed } = await worldDatabase();
  const soon = async (day: string) => {
    const { stdout } = await heed("overdue", "--as-of", day, "--due-soon", "--against", "original", "--format", "json");
    return JSON.parse(stdout).items.map((item: { originalDue: string }) => item.originalDue);
  };
  // Moved on 2013-06-20 to a later date.
  expect(await soon("2013-06-25")).toContain("2013-06-30");
  for (const day of ["2013-06-25", "2015-06-30"]) for (const due of await soon(day)) expect(due >= day).toBe(true);
});
