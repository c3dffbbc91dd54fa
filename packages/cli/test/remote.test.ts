import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { type Ended, runKept, worldDatabase } from "./heed.ts";
import { serving } from "./serving.ts";

/** Commands that read, on a day that does not pass. */
const day = ["--as-of", "2015-06-30"];
const commands: readonly string[][] = [
  ["overdue", ...day],
  ["overdue", ...day, "--responsible", "FPS Justice", "--kind", "update", "--explain", "--lang", "nl"],
  ["overdue", ...day, "--format", "csv"],
  ["owed", ...day, "--limit", "7"],
  ["owing", ...day],
  ["stale", ...day],
  ["changes", "--since", "2014-01-01", "--until", "2015-06-30"],
  ["compare", "--since", "2014-06-30", "--until", "2015-06-30"],
  ["recommendation", "list", ...day, "--theme", "victims"],
  ["recommendation", "facets", ...day],
  ["recommendation", "list", "--by-year", ...day],
  ["recommendation", "show", "2011-04", ...day],
  ["recommendation", "standing", "2011-04", ...day],
  ["recommendation", "check", "2011-04", ...day],
  ["follow-up", "show", "2011-03", "--addressee", "just", ...day],
  ["follow-up", "list", ...day],
  ["progress", ...day, "--group-by", "addressee"],
  ["progress", ...day, "--matrix"],
  ["explain", "R14"],
  ["report", "list"],
  ["report", "show", "2011"],
  ["cycle", "list"],
  ["cycle", "show", "2012"],
  ["organization", "list"],
  ["organization", "show", "myria"],
  ["settings", "show"],
  ["settings", "history"],
  ["briefing", "--responsible", "just", ...day],
  ["compare", "--cycle", "2014"],
  ["cycle", "unassessed", "2014", ...day],
  ["item", "list", "--kind", "judgment"],
  ["item", "show", "JUD-2011-1"],
  ["item", "show", "judgment-of-the-farm"],
  ["item", "figures", "STAT-1"],
  ["section", "list", "2011"],
  ["section", "show", "framework"],
  ["report", "action-plan", "2011", ...day],
];

test("a command tells the same of a service as of its database", { timeout: 600_000 }, async () => {
  const { url } = await worldDatabase();
  const { address, child } = await serving(url);
  const differing: unknown[] = [];
  try {
    for (const command of commands)
      for (const format of command.includes("--format") || command.includes("action-plan")
        ? [[]]
        : [[], ["--format", "json"]]) {
        const local = await runKept([...command, ...format, "--database", url], url);
        const asked = await runKept([...command, ...format, "--server", address], "");
        expect(local.code, local.stderr).toBe(0);
        if (!isDeepStrictEqual(told(asked), told(local))) differing.push([command.join(" "), told(asked), told(local)]);
      }
  } finally {
    child.kill();
  }
  expect(differing).toEqual([]);
});

/** In JSON the order of properties tells nothing. */
function told({ code, stdout, stderr }: Ended): unknown {
  return { code, stderr, stdout: stdout.startsWith("{") ? JSON.parse(stdout) : stdout };
}

test("what is not there, or not for a service, is told as of a database", { timeout: 300_000 }, async () => {
  const { url } = await worldDatabase();
  const { address, child } = await serving(url);
  try {
    for (const command of [
      ["overdue", "--responsible", "justi"],
      ["overdue", "--report", "none", "--theme", "victms"],
      ["recommendation", "show", "2011-33"],
      ["follow-up", "show", "2011-03"],
      ["report", "show", "none"],
      ["cycle", "show", "1999"],
      ["organization", "show", "nobody"],
      ["item", "show", "none"],
      ["section", "show", "none"],
      ["section", "list", "none"],
    ]) {
      const local = await runKept([...command, "--database", url], url);
      expect(local.code, command.join(" ")).toBe(2);
      expect(await runKept([...command, "--server", address], ""), command.join(" ")).toEqual(local);
    }
    for (const command of [
      ["database", "check"],
      ["audit", "verify"],
    ]) {
      const { code, stderr } = await runKept([...command, "--server", address], url);
      expect([code, stderr], command.join(" ")).toEqual([
        2,
        "heed: this command works on a database itself, and not with --server\n",
      ]);
    }
    const twice = await runKept(["overdue", "--server", address, "--database", url], url);
    expect([twice.code, twice.stderr]).toEqual([2, "heed: --database is not for a service: the service has its own\n"]);
  } finally {
    child.kill();
  }
});

test("a service that cannot be reached, or is none of Heed, ends with the code of a database", async () => {
  const { url } = await worldDatabase();
  const { address, child } = await serving(url);
  try {
    const other = await runKept(["overdue", "--server", `${address}/elsewhere`], url);
    expect([other.code, other.stderr]).toEqual([3, expect.stringMatching(/^heed: no Heed service answers at /)]);
  } finally {
    child.kill();
  }
  const away = await runKept(["overdue", "--server", "http://127.0.0.1:9"], url);
  expect([away.code, away.stderr]).toEqual([3, "heed: the service at http://127.0.0.1:9 cannot be reached\n"]);
  expect((await runKept(["overdue", "--server", "nowhere"], url)).code).toBe(2);
});
