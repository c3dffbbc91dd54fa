import { expect, test } from "vitest";
import { askedOf } from "../../src/follow-up/case/lineage.ts";
import type { Day, Link } from "../../src/index.ts";

const published: Record<string, Day> = {
  oldest: "2008-10-01",
  first: "2010-10-25",
  second: "2012-10-18",
  third: "2014-10-18",
};
const link = (from: string, type: Link["type"], to: string) => ({ from, type, to });

test("what is repeated or sharpened counts from its first asking, what takes another's place from its own (R15)", () => {
  const asked = (links: ReturnType<typeof link>[]) =>
    askedOf("third", links, (id) => ({ published: { on: published[id] ?? "", precision: "day" } }));
  const line = [link("third", "sharpens", "second"), link("second", "repeats", "first")];
  expect(asked(line)).toEqual({ times: 3, first: "2010-10-25" });
  expect(asked([...line, link("first", "supersedes", "oldest")])).toEqual({ times: 3, first: "2010-10-25" });
  expect(asked([])).toEqual({ times: 1, first: "2014-10-18" });
});
