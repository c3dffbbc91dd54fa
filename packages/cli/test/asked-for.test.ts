import { openDatabase } from "@heed/store";
import { expect, test } from "vitest";
import { tamper } from "../../store/test/tampering.ts";
import { worldDatabase } from "./heed.ts";

test("a list of recommendations shows the follow-ups that were asked for, and counts the others", async () => {
  const { heed } = await worldDatabase();
  const list = async (...args: string[]) => (await heed("recommendation", "list", ...args)).stdout;
  const unverified = await list("--unverified", "--as-of", "2014-06-01");
  expect(unverified).toContain("FPS Justice");
  expect(unverified).not.toContain("Board of Prosecutors");
  expect(unverified).toContain("3 other follow-ups of these recommendations do not match.");
  const outstanding = await list("--long-outstanding", "--addressee", "just", "--as-of", "2016-01-01");
  expect(outstanding).not.toContain("closed");
  expect(outstanding).toContain("1 other follow-up of these recommendations does not match.");
  expect(await list("--by-year", "--report", "2012")).not.toContain("Board of Prosecutors");
  const waiting = await list("--undecided", "--as-of", "2014-08-01", "--known-at", "2014-08-01", "--format", "json");
  expect(JSON.parse(waiting).items.length).toBeGreaterThan(0);
  const { items } = JSON.parse(await list("--unverified", "--as-of", "2014-06-01", "--format", "json"));
  const matching = (each: { matches: boolean; unverified: boolean }) => each.matches === each.unverified;
  expect(items.flatMap((each: { followUps: [] }) => each.followUps).every(matching)).toBe(true);
  expect(await list("--report", "2012", "--format", "json")).not.toContain('"matches"');
});

test("a report shows parts with addressees of their own, and what a correction replaced, in words", async () => {
  const { heed } = await worldDatabase();
  const show = async (reference: string) => (await heed("report", "show", reference)).stdout;
  expect(await show("2011")).toContain("2011-04  Child victims: in its parts 2011-04a, 2011-04b");
  await heed("report", "correct", "2012", "--change", '{"title":{"nl":"Verslag"},"transmittedToFieldOn":"2013-11-01"}');
  await heed("report", "correct", "2012", "--by", "myria");
  const text = await show("2012");
  expect(text).toMatch(
    /Before a correction.*\n {2}title: Au travail \(fr\); Aan het werk \(nl\)\n {2}transmitted to field on: none\n/,
  );
  expect(text).toMatch(/Before a correction.*\n {2}issuing body: ceoor\n/);
  expect(text).not.toContain("{");
});

test("a text of one language takes no prefix of a language", async () => {
  const { heed } = await worldDatabase();
  const respond = (reason: string) =>
    heed("response", "record", "2013-02-just", "--position", "noted", "--source", "letter", "--reason", reason);
  const refused = await respond("nl:geen middelen");
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('leave out "nl:"')]);
  expect((await respond("no: it costs too much")).stdout).toContain("position noted: no: it costs too much");
  expect((await heed("response", "record", "--help")).stdout).toMatch(/--reason <text>\s+why, in one language/);
});

test("a refusal of input is in plain words", async () => {
  const { heed } = await worldDatabase();
  const told = async (...args: string[]) => (await heed(...args)).stderr;
  expect(await told("organization", "add", "--code", "A B", "--name", "en:X", "--level", "federal")).toBe(
    "heed: --code: has only small letters, digits and hyphens, and begins with no hyphen\n",
  );
  const change = (json: string) => told("report", "correct", "2012", "--change", json);
  expect(await change('{"title":"x"}')).toBe('heed: title: is a text for each language, such as {"nl":"…","fr":"…"}\n');
  expect(await change('{"verificationPeriod":5}')).toBe("heed: verificationPeriod: 5 is not none\n");
  expect(await change('{"reference":""}')).toBe("heed: reference: is empty\n");
});

test("a check names the column of a row that differs, and the beginning of both values", async () => {
  const { heed, url } = await worldDatabase();
  const database = await openDatabase(url, { mode: "write" });
  await tamper(database, "standing", "UPDATE standing SET lifecycle = 'closed' WHERE follow_up_id = '2013-02-just'");
  const first = await heed("database", "check");
  expect(first.stdout).toContain('2013-02-just, standing rows, lifecycle: "closed" is stored, "open" is derived');
  await tamper(
    database,
    "entry",
    `UPDATE entry SET body = replace(body, 'acceptedInPart', 'rejected') WHERE id = '2011-03-just-response'`,
  );
  await database.close();
  const { stdout } = await heed("database", "check");
  expect(stdout).toContain('2011-03-just, standing rows, position: "acceptedInPart" is stored, "rejected" is derived');
  expect(stdout).toContain("entry 2011-03-just-response");
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThan(240);
});
