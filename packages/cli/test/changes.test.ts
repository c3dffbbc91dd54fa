import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

type Item = { day: string; kind: string; recommendation: { reference: string } };

test("changes lists what changed between two days, in a table, in JSON and in CSV", async () => {
  const { heed } = await worldDatabase();
  const asked = ["changes", "--since", "2014-07-01", "--until", "2014-12-31"];
  const answer = JSON.parse((await heed(...asked, "--format", "json")).stdout);
  const items: Item[] = answer.items;
  expect(answer).toMatchObject({ from: "2014-07-01", to: "2014-12-31", total: items.length });
  expect(items.every(({ day }) => day >= "2014-07-01" && day <= "2014-12-31")).toBe(true);
  expect(answer.totalsByKind.newlyOverdue).toBe(items.filter(({ kind }) => kind === "newlyOverdue").length);

  const table = await heed(...asked);
  expect(table.stderr).toBe("");
  expect(table.stdout).toMatch(new RegExp(`^${items.length} changes from 2014-07-01 to 2014-12-31: published \\d+, `));
  expect(table.stdout).toMatch(/^2014-12-16 +newly overdue +FPS Justice +2013-0\d .* response, due 2014-12-15$/m);
  expect(table.stdout).toMatch(/ answered .*accepted/);
  const rows = (await heed(...asked, "--format", "csv")).stdout.trimEnd().split("\r\n");
  expect(rows.length).toBe(items.length + 1);
});

test("changes are narrowed, cut, and none is told as none", async () => {
  const { heed } = await worldDatabase();
  const asked = async (...args: string[]) =>
    JSON.parse(
      (await heed("changes", "--since", "2009-01-01", "--until", "2015-06-30", "--format", "json", ...args)).stdout,
    );
  const all = await asked();
  const found = await asked("--kind", "found", "--kind", "closed");
  expect(found.items).toEqual(all.items.filter(({ kind }: Item) => kind === "found" || kind === "closed"));
  expect((await asked("--responsible", "just")).total).toBeGreaterThan(5);
  expect((await asked("--limit", "3")).items).toEqual(all.items.slice(0, 3));
  const limited = await heed("changes", "--since", "2009-01-01", "--until", "2015-06-30", "--limit", "3");
  expect(limited.stdout).toContain(`${all.total - 3} more are not shown (--limit).`);
  const none = await heed("changes", "--since", "2001-01-01", "--until", "2001-12-31", "--theme", "victims");
  expect(none).toEqual({
    code: 0,
    stderr: "",
    stdout: "Nothing changed from 2001-01-01 to 2001-12-31 with --theme victims.\n",
  });
  const backwards = await heed("changes", "--since", "2015-02-02", "--until", "2015-02-01");
  expect(backwards.code).toBe(2);
  expect(backwards.stderr).toContain("--until");
});

test("changes by what was known at a moment leave out what was recorded later", async () => {
  const { heed } = await worldDatabase();
  const asked = ["changes", "--since", "2009-01-01", "--until", "2015-06-30"];
  const total = async (...args: string[]) =>
    JSON.parse((await heed(...asked, ...args, "--format", "json")).stdout).total;
  const [then, now] = [await total("--known-at", "2013-12-31"), await total()];
  expect(then).toBeGreaterThan(0);
  expect(then).toBeLessThan(now);
  expect((await heed(...asked, "--known-at", "2013-12-31")).stdout).toMatch(
    new RegExp(`^${then} changes from 2009-01-01 to 2015-06-30, with what was recorded by 2013-12-31: `),
  );
  const rows = (await heed(...asked, "--known-at", "2013-12-31", "--format", "csv")).stdout.trimEnd().split("\r\n");
  expect(rows.length).toBe(then + 1);
});
