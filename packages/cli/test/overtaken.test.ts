import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { dayIn } from "../../core/src/time/day.ts";
import { worldDatabase } from "./heed.ts";

test("a corrected and a retracted entry are marked in the timeline, in JSON and in CSV, which comes back", async () => {
  const { heed, folder } = await worldDatabase();
  const on = ["2013-02", "--addressee", "just", "--source", "letter"];
  const record = async (...words: string[]) => {
    const { code, stdout, stderr } = await heed(...words, "--format", "json");
    expect(stderr).toBe("");
    expect(code).toBe(0);
    return JSON.parse(stdout).items.at(-1).id as string;
  };
  const first = await record("response", "record", ...on, "--position", "accepted");
  const change = ["--change", '{"position":"rejected"}'];
  const second = await record("entry", "correct", ...on.slice(0, 3), "--entry", first, ...change);
  const promise = await record("commitment", "record", ...on, "--description", "Wrong thread", "--due", "2030-01-01");
  const back = await record("entry", "retract", ...on, "--entry", promise, "--reason", "of another follow-up");

  const text = (await heed("follow-up", "show", "2013-02", "--addressee", "just")).stdout;
  // The timeline shows the beginning of an id, which a command takes for the whole.
  const [short, shortFirst, shortBack, shortPromise] = [second, first, back, promise].map((id) => id.slice(0, 8));
  expect(text).toMatch(new RegExp(`CORRECTED on .* \\(${short}\\): position accepted; .* +${shortFirst}\\n`));
  expect(text).toMatch(
    new RegExp(`RETRACTED on .* \\(${shortBack}\\): promises .*Wrong thread; .* +${shortPromise}\\n`),
  );
  expect(text).toMatch(new RegExp(`corrects ${shortFirst}\\) +${short}\\n`));
  // Each with the day on which it was recorded, also where what it corrects or retracts is of an earlier day (R12).
  const answer = ["2011-03", "--addressee", "just", "--entry", "2011-03-just-response"];
  await heed("entry", "correct", ...answer, "--change", '{"reason":"in other words"}', "--as", "Ed");
  const update = ["2009-01", "--addressee", "just", "--entry", "2009-01-just-update-2011", "--source", "letter"];
  await heed("entry", "retract", ...update, "--reason", "other thread", "--given-on", "2014-06-01", "--as", "Ed");
  const today = dayIn("Europe/Brussels", new Date().toISOString());
  const told = (await heed("follow-up", "show", "2011-03", "--addressee", "just")).stdout;
  expect(told).toContain(`CORRECTED on ${today} by Ed`);
  const retracted = await heed("follow-up", "show", "2009-01", "--addressee", "just");
  expect(retracted.stdout).toContain(`RETRACTED on ${today} by Ed`);
  const { items } = JSON.parse((await heed("follow-up", "show", "2013-02-just", "--format", "json")).stdout);
  const byId = new Map(items.map((item: { id: string }) => [item.id, item]));
  expect(byId.get(first)).toMatchObject({ correctedBy: second });
  expect(byId.get(promise)).toMatchObject({ retractedBy: back });

  const file = join(folder, "record.csv");
  await heed("export", "--format", "csv", "--role", "editor", "--to", file);
  const rows = parse(await readFile(file, "utf8"), { columns: true }) as Record<string, string>[];
  const row = (id: string) => rows.find(({ entry }) => entry === id);
  expect(row(first)).toMatchObject({ correctedBy: second, corrects: "" });
  expect(row(second)).toMatchObject({ corrects: first, correctedBy: "" });
  expect(row(promise)).toMatchObject({ retractedBy: back });
  expect(row(back)).toMatchObject({ retracts: promise });
  const again = await heed("import", file, "--mapping", "examples/mappings/heed-export.yaml");
  expect([again.stderr, again.stdout]).toEqual(["", expect.stringContaining("nothing is new, nothing was changed")]);
});
