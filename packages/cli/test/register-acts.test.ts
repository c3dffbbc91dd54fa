import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

const editor = ["--as", "E. Maes"];

test("a report is drafted, published and corrected by commands", async () => {
  const { heed } = await worldDatabase();
  const ok = async (...args: string[]) => {
    const { code, stdout, stderr } = await heed(...args);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const things = async (): Promise<number> => JSON.parse(await ok("audit", "verify", "--format", "json")).things;
  const before = await things();
  await ok(
    "report",
    "draft",
    "--reference",
    "2016",
    "--year",
    "2016",
    "--by",
    "myria",
    "--title",
    "nl:Verslag",
    ...editor,
  );
  const add = ["recommendation", "add", "2016", "--reference", "2016-01", "--text", "en:Register every victim."];
  await ok(...add, "--addressee", "FPS Interior:joint", "--addressee", "oe", "--theme", "victims", ...editor);
  expect((await heed("report", "show", "2016")).stderr).toContain("no report has the id or reference 2016");
  expect(await ok("report", "show", "2016", "--drafts")).toContain("2016-01  ");
  const days = ["--on", "2017-10-18", "--to-parliament", "2017-10-19"];
  expect(await ok("report", "publish", "2016", ...days, ...editor)).toMatch(/^Published: report 2016 .*version 3/);
  await ok("recommendation", "link", "2016-01", "2015-02", "--type", "repeats", ...editor);
  const shown = await ok("recommendation", "show", "2016-01");
  expect(shown).toContain("\nIt repeats 2015-02 of report 2015 (Trained interpreters), from 2017-10-18\n");
  expect(shown).toMatch(/FPS Interior \(joint\) +awaiting/);
  const change = ["--change", '{"transmittedToParliamentOn":"2017-10-20"}'];
  await ok("report", "correct", "2016", ...change, ...editor);
  expect(await ok("report", "show", "2016")).toMatch(/Before a correction, until .* \(E\. Maes\)\n.*2017-10-19/);
  expect(await things()).toBe(before + 3);
});

test("a recommendation whose reference was corrected is found by both, by every command", async () => {
  const { heed } = await worldDatabase();
  const ok = async (...args: string[]) => {
    const { code, stdout, stderr } = await heed(...args);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const correct = (reference: string, change: object) =>
    heed("recommendation", "correct", reference, "--change", JSON.stringify(change), ...editor);
  expect(await correct("2011-03", { reference: "2011-04" })).toMatchObject({
    stderr: expect.stringContaining('"reuseReference": true takes it all the same'),
  });
  expect((await correct("2011-03", { reference: "2011-33" })).code).toBe(0);
  for (const reference of ["2011-03", "2011-33"]) {
    const shown = await ok("recommendation", "show", reference);
    expect(shown).toContain("2011-33");
    expect(shown).toContain("\nFormerly 2011-03: it is found by that too\n");
    expect(shown).toMatch(/\nVersion 1 \(2011-03\), until .* \(E\. Maes\)\n/);
    expect(await ok("recommendation", "list", "--reference", reference)).toMatch(
      /^1 recommendation .*\n\n.*\n2011-33 /,
    );
    expect(await ok("recommendation", "list", "--search", reference)).toMatch(/^1 recommendation /);
  }
  const former = JSON.parse(await ok("report", "show", "2011", "--format", "json")).report.issuingBody;
  await ok("report", "correct", "2011", "--by", "Myria", ...editor);
  expect(JSON.parse(await ok("report", "show", "2011", "--format", "json"))).toMatchObject({
    report: { issuingBody: "myria" },
    formerVersions: [{ report: { issuingBody: former } }],
  });
  expect(await ok("report", "show", "2011")).toMatch(/\nBy .*Myria/);
  await ok("recommendation", "correct", "2011-04", "--by", former, ...editor);
  expect(await ok("recommendation", "show", "2011-04")).not.toMatch(/Report 2011 of Myria/);
  const link = ["recommendation", "link", "2015-02", "2011-03", "--type", "relatesTo", "--reason", "Named there."];
  await ok(...link, ...editor);
  expect(await ok("recommendation", "show", "2011-33")).toContain("2015-02 of report 2015");
  expect(await ok("audit", "verify")).toContain("The audit is unbroken");
  expect(await ok("database", "check")).not.toContain("fault");
});

test("a due date that is corrected has no words of the old one", async () => {
  const { heed } = await worldDatabase();
  const due = async () =>
    JSON.parse((await heed("recommendation", "show", "2011-03", "--format", "json")).stdout).recommendation
      .implementationDue;
  expect(await due()).toMatchObject({ precision: "semester", wording: "avant la fin du premier semestre 2014" });
  expect((await heed("recommendation", "correct", "2011-03", "--due", "2030-06-30", ...editor)).code).toBe(0);
  expect(await due()).toEqual({ on: "2030-06-30", precision: "day" });
  const change = '{"implementationDue":{"on":"2031-06-30"}}';
  expect((await heed("recommendation", "correct", "2011-03", "--change", change, ...editor)).code).toBe(0);
  expect(await due()).toEqual({ on: "2031-06-30", precision: "day" });
});

test("a cycle is closed by command, and its frozen snapshot shown", async () => {
  const { heed } = await worldDatabase();
  expect((await heed("cycle", "close", "2014", "--on", "2015-06-30", ...editor)).code).toBe(0);
  const { stdout } = await heed("cycle", "show", "2014", "--format", "json", "--limit", "2");
  expect(JSON.parse(stdout)).toMatchObject({
    total: 36,
    followUps: 36,
    cycle: { closedOn: "2015-06-30" },
    items: [{ addressee: { code: "fedpol" } }, { addressee: { code: "just" } }],
  });
});

test("of two processes that correct the same report, one wins and the other is told to read it again", async () => {
  const { heed } = await worldDatabase();
  const correct = (day: string) =>
    heed("report", "correct", "2013", "--change", `{"publishedOn":"${day}"}`, "--expect-version", "1", ...editor);
  const ended = await Promise.all([correct("2014-10-16"), correct("2014-10-17")]);
  expect(ended.map(({ code }) => code).sort()).toEqual([0, 2]);
  expect(ended.map(({ stderr }) => stderr).join("")).toContain("at version 2; read it again");
  const { formerVersions } = JSON.parse((await heed("report", "show", "2013", "--format", "json")).stdout);
  expect(formerVersions).toHaveLength(1);
});

test("an act on the register that cannot be is one clear line with its place, and nothing is written", async () => {
  const { heed } = await worldDatabase();
  const untouched = (await heed("audit", "verify")).stdout;
  expect(untouched).toContain("The audit is unbroken");
  for (const [args, line] of [
    [["report", "publish", "2011"], "the report 2011 is published already: it cannot be published again"],
    [["report", "draft", "--reference", "2011", "--year", "2011", "--by", "ceoor"], "a report 2011 already"],
    [["report", "discard", "2011"], "the report 2011 is published already: it cannot be discarded"],
    [
      ["recommendation", "link", "2011-03", "2013-01", "--type", "echoes"],
      "echoes: a link of the type echoes names the",
    ],
    [["recommendation", "link", "2011-03", "--type", "repeats"], "[to]: a link of the type repeats names the"],
    [
      ["recommendation", "link", "2011-03", "2011-03", "--type", "repeats"],
      "[to]: a recommendation has no link to itself",
    ],
    [["report", "change", "2011", "--change", '{"title":{"en":"A"},"title":{"en":"B"}}'], "the key title stands twice"],
    [["report", "discard", "2011", "--role", "respondent"], "Allowed choices are editor."],
    [["report", "change", "2011", "--change", '{"colour":"red"}'], "colour: these can: reference"],
    [["recommendation", "correct", "2011-03", "--change", "{}"], "nothing would change by this"],
    [
      ["recommendation", "correct", "2011-03", "--change", '{"implementationDue":"2030-06-30"}'],
      'such as {"on":"2025-06-30"}',
    ],
    [["report", "correct", "2013", "--change", '{"publishedOn":"2015-06-01"}'], "before that"],
    [["cycle", "close", "2015", "--on", "2016-03-30"], '--on: "2016-03-30": its updates are due on 2016-03-31'],
    [["organization", "add", "--code", "just", "--name", "nl:Justitie"], "another organization with the code just"],
  ] as [string[], string][]) {
    const { code, stdout, stderr } = await heed(...args);
    expect([code, stdout], args.join(" ")).toEqual([2, ""]);
    expect(stderr).toContain(line);
  }
  expect((await heed("audit", "verify")).stdout).toBe(untouched);
});

test("a misspelt organization is corrected by a command, and found by what it was called", async () => {
  const { heed } = await worldDatabase();
  const correct = (...args: string[]) => heed("organization", "correct", "just", ...args, ...editor);
  expect((await correct()).code).toBe(2);
  expect((await correct("--code", "ibz")).stderr).toContain("ibz");
  const done = await correct("--name", "en:Justice Department", "--code", "justice-be");
  expect([done.code, done.stdout]).toEqual([0, "Recorded: organization Justice Department (justice-be) (version 2)\n"]);
  for (const name of ["just", "FPS Justice", "justice-be"])
    expect((await heed("organization", "show", name)).stdout).toContain("justice-be  Justice Department");
});

test("a link that was made by mistake is taken back by a command", async () => {
  const { heed } = await worldDatabase();
  const asked = async () => (await heed("recommendation", "show", "2013-01")).stdout;
  expect(await asked()).toContain("It repeats 2011-01");
  const unlink = (...args: string[]) => heed("recommendation", "unlink", "2013-01", ...args, ...editor);
  expect((await unlink()).code).toBe(2);
  const done = await unlink("--reason", "It asks something else.");
  expect([done.code, done.stdout]).toEqual([
    0,
    expect.stringMatching(/^Taken back: 2013-01 of report .* repeats 2011-01 /),
  ]);
  expect(await asked()).not.toContain("It repeats 2011-01");
  expect((await unlink("--reason", "Again.")).stderr).toContain("no link leads from 2013-01");
  expect((await heed("audit", "verify")).code).toBe(0);
});
