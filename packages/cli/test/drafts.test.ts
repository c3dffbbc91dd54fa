import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

const claes = ["--as", "J. Claes", "--role", "respondent", "--for", "just"];
const wouters = ["--as", "K. Wouters", "--role", "respondent", "--for", "just"];
const anne = ["--as", "Anne Lambert", "--role", "assessor"];
const bram = ["--as", "Bram Peeters", "--role", "assessor"];

test("an update is drafted, looked at by a colleague, and submitted; nobody else sees it before", async () => {
  const { heed } = await worldDatabase();
  const ok = async (...args: string[]) => {
    const { code, stdout, stderr } = await heed(...args);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const before = await ok("follow-up", "show", "2013-02", "--addressee", "just");
  const made = await ok("draft", "make", "2013-02", "--act", "update", "--addressee", "just", ...claes);
  expect(made).toMatch(/^Drafted: update on 2013-02, .*\[[0-9a-f]{8}\] \(version 1\)\n$/);
  const [, id = ""] = /\[([0-9a-f]{8})\]/.exec(made) ?? [];
  expect(await ok("draft", "show", id, ...claes)).toContain("- level:");
  expect(await ok("draft", "show", id, ...claes, "--lang", "nl")).toContain("- level: ontbreekt");
  const input = JSON.stringify({ reportingYear: 2014, level: "underWay", narrative: "Trainers were found." });
  await ok("draft", "change", id, "--input", input, ...claes, "--expect-version", "1");
  const late = await heed("draft", "change", id, "--input", "{}", ...wouters, "--expect-version", "1");
  expect([late.code === 0, late.stderr]).toEqual([false, expect.stringContaining("changed meanwhile")]);
  const nobody = await heed("draft", "hand-over", id, "--to", "K. Wouters", ...claes);
  expect([nobody.code, nobody.stderr]).toEqual([
    2,
    expect.stringContaining("nobody who sees this draft is called K. Wouters"),
  ]);
  await ok("user", "add", "K. Wouters", "--role", "respondent:just");
  await ok("draft", "hand-over", id, "--to", "K. Wouters", "--note", "Is this so?", ...claes);
  expect(await ok("draft", "list", "--holder", "K. Wouters", ...wouters)).toContain(id);
  await ok("draft", "send-back", id, "--note", "It is.", ...wouters);
  expect(await ok("draft", "show", id, ...claes)).toMatch(
    /held by J\. Claes\nNote: It is\.[\s\S]*Nothing is missing\.\n$/,
  );
  expect(await ok("draft", "list", "--as", "E. Maes")).not.toContain(id);
  const stranger = await heed("draft", "show", id, "--as", "I. Bos", "--role", "respondent", "--for", "ibz");
  expect(stranger.stderr).toContain(`there is no draft ${id} that you may see`);
  expect(await ok("follow-up", "show", "2013-02", "--addressee", "just")).toBe(before);

  const second = await ok("draft", "make", "2013-02", "--act", "update", "--addressee", "just", ...claes);
  const [, half = ""] = /\[([0-9a-f]{8})\]/.exec(second) ?? [];
  const both = await heed("draft", "submit", id, half, ...claes);
  expect(both.stdout).toMatch(/^Submitted: update on 2013-02, /);
  expect(both.stderr).toContain("1 of 2 drafts were not submitted");
  expect(await ok("draft", "discard", half, ...claes)).toMatch(/^Discarded: update/);
  expect(await ok("follow-up", "show", "2013-02", "--addressee", "just")).toContain("Trainers were found.");
  expect(await ok("audit", "verify")).toContain("unbroken");
  expect(await ok("database", "check")).not.toContain("differs");
});

test("a finding is approved by a second reader", async () => {
  const { heed } = await worldDatabase();
  const input = JSON.stringify({ reportingYear: 2014, level: "underWay", method: "interview", rationale: "A bill." });
  const on = ["--act", "assess", "--addressee", "just", "--input", input];
  const made = await heed("draft", "make", "2013-02", ...on, ...anne);
  const [, id = ""] = /\[([0-9a-f]{8})\]/.exec(made.stdout) ?? [];
  expect((await heed("user", "add", "Bram Peeters", "--role", "assessor")).code).toBe(0);
  expect((await heed("draft", "second-reading", id, "--reader", "Bram Peeters", ...anne)).code).toBe(0);
  expect((await heed("draft", "approve", id, ...anne)).stderr).toContain("(R7)");
  const { code, stdout, stderr } = await heed("draft", "approve", id, ...bram, "--format", "json");
  expect(code, stderr).toBe(0);
  expect(JSON.parse(stdout).entries).toMatchObject([{ assessor: "Anne Lambert", secondReader: "Bram Peeters" }]);
});
