import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

type Owing = { organization: { code: string }; overdue: number; longest: number };

test("owing tells who owes most of what is overdue, with the same filters and numbers as the list", async () => {
  const { heed } = await worldDatabase();
  const on = ["--as-of", "2015-06-30"];
  const all = JSON.parse((await heed("owing", ...on, "--format", "json")).stdout);
  const overdue = JSON.parse((await heed("overdue", ...on, "--format", "json")).stdout);
  const sum = (items: Owing[]) => items.reduce((count, each) => count + each.overdue, 0);
  expect(all.total).toBe(all.items.length);
  expect(sum(all.items)).toBe(overdue.total);
  expect(all.items[0]).toMatchObject({ organization: { code: "just" }, overdue: 7, longest: 546 });
  const some = JSON.parse((await heed("owing", ...on, "--kind", "response", "--format", "json")).stdout);
  expect(sum(some.items)).toBe(overdue.totalsByKind.response);
  expect(JSON.parse((await heed("owing", ...on, "--limit", "2", "--format", "json")).stdout)).toEqual({
    ...all,
    items: all.items.slice(0, 2),
  });

  const { stdout } = await heed("owing", ...on, "--lang", "nl", "--limit", "2");
  expect(stdout).toMatch(
    new RegExp(`^${all.total} organisaties zijn ${overdue.total} zaken verschuldigd die te laat zijn op 2015-06-30\\n`),
  );
  expect(stdout).toMatch(/^just +FOD Justitie +7 +546$/m);
  expect(stdout).toContain(`Nog ${all.total - 2} andere worden niet getoond (--limit).`);
  const none = await heed("owing", "--as-of", "2001-01-01", "--theme", "victims");
  expect(none.stdout).toBe("Nobody owes anything overdue on 2001-01-01 with --theme victims.\n");
});
