import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

test("an update that says under way without a timeline is recorded, with a warning", async () => {
  const { heed } = await worldDatabase();
  const options = [
    "--year",
    "2014",
    "--level",
    "underWay",
    "--as",
    "E. Maes",
    "--role",
    "editor",
    "--source",
    "letter",
  ];
  const done = await heed("update", "record", "2013-01-cpg", ...options);
  expect(done.code, done.stderr).toBe(0);
  expect(done.stderr).toContain("look at level: underWay: under way needs a timeline");
  const show = await heed("follow-up", "show", "2013-01-cpg");
  expect(show.stdout.replace(/\s+/g, " ")).toContain("under way needs a timeline (R3)");
});
