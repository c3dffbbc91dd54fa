import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

type Item = { kind: string; due?: string; timeliness: string; responsible: { code: string } };

test("owed lists everything that an organization owes, by date, in a table, in JSON and in CSV", async () => {
  const { heed } = await worldDatabase();
  const asked = ["owed", "--responsible", "just", "--as-of", "2015-06-30"];
  const answer = JSON.parse((await heed(...asked, "--format", "json")).stdout);
  const items: Item[] = answer.items;
  expect(answer).toMatchObject({ asOf: "2015-06-30", total: items.length });
  expect(items.every(({ responsible }) => responsible.code === "just")).toBe(true);
  const dues = items.map(({ due }) => due ?? "none");
  expect(dues).toEqual([...dues].sort());
  const overdue = JSON.parse((await heed("overdue", ...asked.slice(1), "--format", "json")).stdout);
  expect(items.filter(({ timeliness }) => /overdue/i.test(timeliness))).toEqual(overdue.items);
  expect(items.length).toBeGreaterThan(overdue.total);

  const table = await heed(...asked);
  expect(table.stderr).toBe("");
  expect(table.stdout).toMatch(new RegExp(`^${items.length} things are owed on 2015-06-30: response 2, `));
  expect(table.stdout).toMatch(/^Of these long overdue \d+, overdue \d+, .*\.$/m);
  expect(table.stdout).toMatch(/^2014-12-15 +overdue by 197 days +response +FPS Justice +2013-01/m);
  const rows = (await heed(...asked, "--format", "csv")).stdout.trimEnd().split("\r\n");
  expect(rows.length).toBe(items.length + 1);
});

test("owed is narrowed by dates, by what is overdue and by kind, and cut and grouped", async () => {
  const { heed } = await worldDatabase();
  const asked = async (...args: string[]) =>
    JSON.parse((await heed("owed", "--as-of", "2015-06-30", "--format", "json", ...args)).stdout);
  const all = await asked();
  const fits = (keep: (item: Item) => boolean) => all.items.filter(keep);
  expect((await asked("--overdue")).total).toBe(19);
  expect((await asked("--no-overdue")).total).toBe(all.total - 19);
  expect((await asked("--kind", "commitment")).items).toEqual(fits(({ kind }) => kind === "commitment"));
  const between = await asked("--due-from", "2015-07-01", "--due-until", "2015-12-31");
  expect(between.items).toEqual(fits(({ due = "" }) => due >= "2015-07-01" && due <= "2015-12-31"));
  expect(between.total).toBeGreaterThan(0);
  const limited = await heed("owed", "--as-of", "2015-06-30", "--limit", "3");
  expect(limited.stdout).toContain(`${all.total - 3} more are not shown (--limit).`);
  const grouped = await asked("--group-by", "timeliness");
  expect(grouped.groups.map(({ group }: { group: string }) => group)).toEqual([
    ...["longOverdue", "overdue", "dueSoon", "notDue", "noDeadline"],
  ]);
  const explained = await heed("owed", "--as-of", "2015-06-30", "--kind", "response", "--explain");
  expect(explained.stdout).toContain("· a response was due 2 months after 2014-10-15, by 2014-12-15");
  const none = await heed("owed", "--as-of", "2009-01-01", "--theme", "victims");
  expect(none).toEqual({ code: 0, stderr: "", stdout: "Nothing is owed on 2009-01-01 with --theme victims.\n" });
  const known = await asked("--known-at", "2009-01-01");
  expect(known.total).toBe(0);
  const backwards = await heed("owed", "--due-from", "2015-02-02", "--due-until", "2015-02-01");
  expect(backwards.code).toBe(2);
  expect(backwards.stderr).toContain("--due-until");
});
