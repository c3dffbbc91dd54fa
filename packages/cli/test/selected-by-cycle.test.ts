import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

test("heed cycle select has the issuing body assess what it names, and unassessed lists it until then", async () => {
  const { heed } = await worldDatabase();
  const wrong = await heed("cycle", "select", "2015", "--theme", "victms", "--reason", "Of weight.", "--as", "E. Maes");
  expect(wrong.stderr).toMatch(/did you mean .*victims/);
  const nothing = await heed("cycle", "select", "2015", "--reason", "Of weight.", "--as", "E. Maes");
  expect(nothing.stderr).toContain("a selection names reports, themes, addressees or follow-ups");
  const on = ["--on", "2016-02-01", "--reason", "Of weight.", "--as", "E. Maes"];
  const done = await heed("cycle", "select", "2015", "--theme", "Victims", "--addressee", "FPS Justice", ...on);
  expect(done.stderr).toBe("");
  expect(done.code).toBe(0);
  const open = await heed("cycle", "unassessed", "2015", "--as-of", "2016-06-30");
  expect(open.stdout).toMatch(/^\d+ follow-ups? selected and not assessed on 2016-06-30\n/);
  const late = await heed("cycle", "unassessed", "2015", "--as-of", "2016-07-10", "--format", "json");
  const { items, total } = JSON.parse(late.stdout);
  expect(total).toBeGreaterThan(0);
  for (const item of items)
    expect(item).toMatchObject({ due: "2016-06-30", daysOverdue: 10, addressee: { code: "just" } });
  const show = await heed("cycle", "show", "2015");
  expect(show.stdout).toContain("Selected on 2016-02-01 for assessment: themes victims; addressees");
});
