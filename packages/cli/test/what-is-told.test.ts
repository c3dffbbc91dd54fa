import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freshDatabase, world, worldDatabase } from "./heed.ts";

const editor = ["--as", "E. Maes"];

test("what nobody owes yet is told as a draft, or as not published", async () => {
  const { heed } = await worldDatabase();
  const early = (await heed("recommendation", "show", "2013-01", "--as-of", "2014-01-01")).stdout;
  expect(early).toContain("On 2014-01-01 it was not published yet: nobody owed anything for it.");
  const draft = ["--reference", "2024", "--year", "2024", "--by", "myria", "--title", "nl:Verslag"];
  await heed("report", "draft", ...draft, ...editor);
  await heed("recommendation", "add", "2024", "--reference", "2024-x", "--text", "en:Do it.", "--addressee", "just");
  const drafted = (await heed("recommendation", "show", "2024-x", "--drafts")).stdout;
  expect(drafted).toContain("It is a draft: nobody owes anything for it before it is published.");
});

test("an entry of a file that says something else than the one with its id is told by what differs", async () => {
  const { heed, folder } = await worldDatabase();
  const text = await readFile(world, "utf8");
  const at = text.indexOf("id: 2009-03-si-response");
  const changed = text.slice(0, at) + text.slice(at).replace(/position: \w+/, "position: noted");
  const file = join(folder, "other.yaml");
  await writeFile(file, changed);
  const { code, stderr } = await heed("import", file);
  expect(code).toBe(2);
  expect(stderr).toContain("there is an entry with this id and another content: position");
});

test("a report without a day of publication is published on an unknown day", async () => {
  const { heed, folder } = await freshDatabase();
  const mapping = `heed: mapping/1
name: without a day
report: { reference: R, issuingBody: Working group, reportingYear: 1990 }
recommendation: { reference: "{ref}", text: Do it. }
addressees: [{ names: "{to}" }]
`;
  await writeFile(join(folder, "m.yaml"), mapping);
  await writeFile(join(folder, "f.csv"), "ref,to\nA,NHS\n");
  const taken = await heed("import", join(folder, "f.csv"), "--mapping", join(folder, "m.yaml"), "--create");
  expect(taken.code, taken.stderr).toBe(0);
  expect((await heed("report", "show", "R")).stdout).toContain(
    "Published on an unknown day (the source gives no date)",
  );
  // Nobody answered, and no day says since when: it counts from the day of its import, and is not lost (D18).
  expect((await heed("stale", "--as-of", "2035-01-01")).stdout).toMatch(/1 follow-up[\s\S]*NHS/);
  expect((await heed("overdue", "--as-of", "2035-01-01")).stdout).toContain("Stale: 1");
  expect((await heed("stale")).stdout).not.toContain("NHS");
});

test("a text that is not in the asked language is shown in an authentic language of its report", async () => {
  const { heed, folder } = await worldDatabase();
  const asked = ["--lang", "nl"];
  const french = "Personnel domestique des diplomates";
  expect((await heed("recommendation", "show", "2011-02", ...asked)).stdout).toContain(`2011-02  ${french}`);
  expect((await heed("recommendation", "list", "--report", "2011", ...asked)).stdout).toContain(french);
  expect((await heed("report", "show", "2011", ...asked)).stdout).toContain(french);
  expect((await heed("follow-up", "show", "2011-02", "--addressee", "cls", ...asked)).stdout).toContain(french);
  for (const command of ["overdue", "owed", "stale"])
    expect((await heed(command, ...asked, "--format", "json")).stdout).not.toContain("Domestic staff");
  const file = join(folder, "record.csv");
  await heed("export", "--format", "csv", "--to", file, ...asked);
  const table = await readFile(file, "utf8");
  expect(table).toContain(french);
  expect(table).not.toContain("Domestic staff");
});

test("help tells what a command takes, and in which role", async () => {
  const { heed } = await worldDatabase();
  const help = async (...args: string[]) => (await heed(...args, "--help")).stdout.replace(/\s+/g, " ");
  const importing = await help("import");
  expect(importing).toContain("CSV, JSON, Excel (xlsx) or Word (docx) file with a mapping");
  expect(importing).not.toContain("default: {}");
  expect(await help("report", "change")).not.toContain("transmittedToParliamentOn");
  expect(await help("recommendation", "list")).toContain("whole words of the reference, the title or the text");
  const closing = await help("follow-up", "close");
  expect(closing).toContain("an editor closes as superseded or withdrawn only");
  expect(closing).not.toContain('default: "editor"');
  const close = ["follow-up", "close", "2013-02", "--addressee", "just", "--closure", "endOfFollowUp"];
  expect((await heed(...close)).stderr).toContain("--role");
  const unread = await heed(...close, "--role", "assessor", "--second-reader", "B. Wouters");
  expect(unread.stderr).toContain("closing as end of follow-up needs a reason (R8)");
  expect((await heed("explain", "R8")).stdout.replace(/\s+/g, " ")).toContain("end of follow-up");
});

test("days overdue against an original date that was moved are told as such", async () => {
  const { heed } = await worldDatabase();
  const show = async (asOf: string) =>
    (await heed("follow-up", "show", "2011-03-fedpol", "--as-of", asOf)).stdout.replace(/\s+/g, " ");
  expect(await show("2014-12-31")).toContain("; 184 days overdue against the original date (first half of 2014)");
  expect(await show("2014-06-30")).toContain("; not overdue against the original date (first half of 2014)");
});
