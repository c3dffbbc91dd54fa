import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

type Item = { movement: string; before?: { assessed: string } };

const years = ["--since", "2014-06-30", "--until", "2015-06-30"];

test("compare tells last year beside this year, how many moved, and which", async () => {
  const { heed } = await worldDatabase();
  const json = async (...args: string[]) => JSON.parse((await heed("compare", ...args, "--format", "json")).stdout);
  const all = await json(...years);
  expect(all).toMatchObject({ from: "2014-06-30", to: "2015-06-30", total: all.after.followUps });
  expect(all.items.length).toBe(all.total);
  for (const [movement, count] of Object.entries(all.totalsByMovement))
    expect(all.items.filter((item: Item) => item.movement === movement).length, movement).toBe(count);
  const moved = await json(...years, "--movement", "closed", "--movement", "added");
  expect(moved.total).toBe(all.totalsByMovement.closed + all.totalsByMovement.added);
  expect(moved.total).toBeGreaterThan(0);
  expect(moved.total).toBeLessThan(all.total);
  expect(moved.totalsByMovement).toEqual(all.totalsByMovement);

  const table = (await heed("compare", ...years)).stdout;
  expect(table).toMatch(
    new RegExp(
      `^${all.before.followUps} follow-ups on 2014-06-30, ${all.after.followUps} on 2015-06-30: published since \\d+`,
    ),
  );
  const { awaiting } = all.after.byPosition;
  expect(table).toMatch(new RegExp(`^Position: awaiting +${all.before.byPosition.awaiting} +${awaiting}( |$)`, "m"));
  expect(table).not.toContain("Recommendation");
  expect((await heed("compare", ...years, "--movement", "added")).stdout).toMatch(/^published since +\S/m);
  const rows = (await heed("compare", ...years, "--format", "csv")).stdout.trimEnd().split("\r\n");
  expect(rows.length).toBe(all.total + 1);
});

test("compare takes a reporting cycle with the one before it, and refuses what it cannot compare", async () => {
  const { heed } = await worldDatabase();
  const cycles = JSON.parse((await heed("cycle", "list", "--format", "json")).stdout).items;
  const [before, cycle] = [2013, 2014].map((asked) => cycles.find(({ year }: { year: number }) => year === asked));
  const end = ({ closedOn, assessmentsDueOn }: { closedOn?: string; assessmentsDueOn: string }) =>
    closedOn ?? assessmentsDueOn;
  const { from, to } = JSON.parse((await heed("compare", "--cycle", "2014", "--format", "json")).stdout);
  expect([from, to]).toEqual([end(before), end(cycle)]);
  const both = await heed("compare", "--cycle", "2014", "--since", "2014-01-01");
  expect(both.code).toBe(2);
  const backwards = await heed("compare", "--since", "2015-02-02", "--until", "2015-02-01");
  expect([backwards.code, backwards.stderr]).toEqual([2, expect.stringContaining("--until")]);
  const early = await heed("compare", "--until", "2001-01-01", "--theme", "victims");
  expect(early.stdout).toBe("There are no follow-ups on 2001-01-01 with --theme victims.\n");
});
