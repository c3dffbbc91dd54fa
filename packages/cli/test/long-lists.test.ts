import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

test("recommendation list tells what is long outstanding, and what acceptance was withdrawn, with the days", async () => {
  const { heed } = await worldDatabase();
  const old = await heed("recommendation", "list", "--long-outstanding", "--as-of", "2017-06-30");
  expect(old.stdout).toContain("2 recommendations on 2017-06-30");
  expect(old.stdout).toMatch(/First asked\n2013-01 .* 2010-10-25, 2,440 days ago\n/);
  const withdrawn = await heed("recommendation", "list", "--acceptance-withdrawn", "--as-of", "2015-06-30");
  expect(withdrawn.stdout).toMatch(/Immigration Office .* 2014-11-20, 50 days overdue until then\n/);
  const show = await heed("follow-up", "show", "2012-03-oe", "--as-of", "2015-06-30");
  expect(show.stdout).toContain(
    "the addressee withdrew its acceptance on 2014-11-20; what ended by it was 50 days overdue",
  );
});
