import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aPdf } from "../../files/test/evidence-files.ts";
import { bothWays, type Who } from "./both-ways.ts";

const json = ["--format", "json"];
const justice = ["2013-02", "--addressee", "just"];
const input = (content: object) => ["--input", JSON.stringify(content)];

test("drafts at a service are made, handed over, read a second time and submitted as on a database", {
  timeout: 300_000,
}, async () => {
  const { both, who } = await bothWays();
  const claes = await who("J. Claes", "respondent", "just");
  const wouters = await who("K. Wouters", "respondent", "just");
  const anne = await who("Anne Lambert", "assessor");
  const finding = { reportingYear: 2014, level: "underWay", method: "interview", rationale: "A bill." };
  for (const [code, args, by] of [
    [0, ["draft", "make", ...justice, "--act", "update"], claes],
    [0, ["draft", "show", "{0}"], claes],
    [
      0,
      ["draft", "change", "{0}", ...input({ reportingYear: 2014, level: "underWay" }), "--expect-version", "1"],
      claes,
    ],
    [2, ["draft", "change", "{0}", ...input({}), "--expect-version", "1"], wouters],
    [0, ["draft", "show", "{0}", ...json], wouters],
    [2, ["draft", "show", "{0}"], anne],
    [0, ["draft", "make", ...justice, "--act", "update"], claes],
    [2, ["draft", "submit", "{0}", "{1}", "--together"], claes],
    [2, ["draft", "submit", "{0}", "{1}"], claes],
    [0, ["draft", "list"], claes],
    [0, ["draft", "discard", "{1}"], claes],
    [0, ["draft", "make", ...justice, "--act", "assess", ...input(finding), ...json], anne],
  ] as [number, string[], Who][])
    expect((await both(args, by)).code, args.join(" ")).toBe(code);
});

test("a colleague of the same organization gets a draft and sends it back; a second reader approves one", {
  timeout: 300_000,
}, async () => {
  const { there, who, heed } = await bothWays();
  const claes = await who("J. Claes", "respondent", "just");
  const wouters = await who("K. Wouters", "respondent", "just");
  const anne = await who("Anne Lambert", "assessor");
  const bram = await who("Bram Peeters", "assessor");
  const ok = async (args: readonly string[], by: Who) => {
    const { code, stdout, stderr } = await heed(args, by);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const idOf = (made: string) => /\[([0-9a-f]{8})\]/.exec(made)?.[1] ?? "";
  const update = { reportingYear: 2014, level: "announced" };
  const id = idOf(await ok(["draft", "make", ...justice, "--act", "update", ...input(update)], claes));
  expect(await ok(["draft", "hand-over", id, "--to", "K. Wouters", "--note", "So?"], claes)).toMatch(/^Handed over: /);
  expect(await ok(["draft", "list", "--holder", "K. Wouters"], wouters)).toContain(id);
  expect(await ok(["draft", "send-back", id, "--note", "It is."], wouters)).toMatch(/^Sent back: /);
  expect(await ok(["draft", "submit", id], claes)).toMatch(/^Submitted: update on 2013-02, /);
  const finding = { reportingYear: 2014, level: "announced", method: "interview", rationale: "A bill." };
  const read = idOf(await ok(["draft", "make", ...justice, "--act", "assess", ...input(finding)], anne));
  await ok(["draft", "second-reading", read, "--reader", "Bram Peeters"], anne);
  const own = await heed(["draft", "approve", read], anne);
  expect([own.code, own.stderr]).toEqual([2, expect.stringContaining("(R7)")]);
  const approved = JSON.parse(await ok(["draft", "approve", read, ...json], bram));
  expect(approved).toMatchObject({
    draft: { act: "assess", state: "secondReading", input: finding },
    entries: [{ assessor: "Anne Lambert", secondReader: "Bram Peeters" }],
  });
  expect((await there.heed("audit", "verify")).stdout).toContain("unbroken");
});

test("a file of this machine is evidence at a service, and its bytes come back from it", {
  timeout: 300_000,
}, async () => {
  const { there, both, who, heed } = await bothWays();
  const claes = await who("J. Claes", "respondent", "just");
  const letter = join(there.folder, "letter.pdf");
  await writeFile(letter, aPdf);
  const text = join(there.folder, "note.txt");
  await writeFile(text, "<html>");
  const add = ["evidence", "add", ...justice];
  expect((await both([...add, "--file", `document:The letter=${letter}`], claes)).code).toBe(0);
  for (const path of [text, there.folder, join(there.folder, "none.pdf")])
    expect((await both([...add, "--confidential-file", path], claes)).code, path).toBe(2);
  const digest = createHash("sha256").update(aPdf).digest("hex");
  const to = join(there.folder, "got.pdf");
  const got = await heed(["file", "get", digest, "--to", to], claes);
  expect([got.code, got.stderr]).toEqual([0, ""]);
  expect((await readFile(to)).equals(aPdf)).toBe(true);
  const short = await heed(["file", "get", digest.slice(0, 16)], claes);
  expect([short.code, short.stderr]).toEqual([2, expect.stringContaining("by its whole digest")]);
  const none = await heed(["file", "get", "0".repeat(64)], claes);
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("no evidence that you may see")]);
  expect((await heed(["file", "clean"], claes)).stderr).toContain("works on a database itself");
});
