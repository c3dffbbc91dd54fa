import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

const made = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/;

async function commands() {
  const { heed } = await worldDatabase();
  const ok = async (...args: string[]) => {
    const { code, stdout, stderr } = await heed(...args);
    expect([code, stderr], args.join(" ")).toEqual([0, ""]);
    return stdout;
  };
  const refused = async (...args: string[]) => {
    const { code, stderr } = await heed(...args);
    expect(code, args.join(" ")).toBe(2);
    return stderr;
  };
  const json = async (...args: string[]) => JSON.parse(await ok(...args, "--format", "json"));
  return { ok, refused, json };
}

const source = ["--source", "Letter"];

test("what is recorded on a follow-up is told by reference and name, with a short id that the next command takes", async () => {
  const { ok, refused, json } = await commands();
  const promised = await ok(
    ...["commitment", "record", "2013-01", "--addressee", "just", "--description", "Write it.", ...source],
  );
  expect(promised).toMatch(
    /^Recorded on 2013-01, FPS Justice \(just\) \(version \d+\): promises .* \[[0-9a-f]{8}\]\n$/,
  );
  const [, promise = ""] = /\[([0-9a-f]{8})\]/.exec(promised) ?? [];
  const { items } = await json("follow-up", "show", "2013-01", "--addressee", "just");
  const whole = items.find(({ id }: { id: string }) => id.startsWith(promise)).id;
  const asked = await ok(
    ...["deadline", "request", "2013-01", "--of", promise, "--to", "2031-01-01", "--requested-by", "Justice"],
    ...["--reason", "Late.", "--addressee", "just", ...source],
  );
  const [, request = ""] = /\[([0-9a-f]{8})\]/.exec(asked) ?? [];
  await ok("deadline", "withdraw", "2013-01", "--request", request, "--addressee", "just", ...source);
  const outcome = ["commitment", "outcome", "2013-01", "--outcome", "met", "--addressee", "just", ...source];
  expect(await refused(...outcome, "--commitment", "feedbee")).toContain("no entry has this id");
  const kept = await ok(...outcome, "--commitment", promise);
  expect(kept).toContain(`the promise ${promise} is met`);
  const [, outcomeId = ""] = /\[([0-9a-f]{8})\]/.exec(kept) ?? [];
  expect(
    await ok(
      "evidence",
      "add",
      "2013-01",
      "--addressee",
      "just",
      "--evidence",
      "law:Act",
      "--about",
      promise,
      ...source,
    ),
  ).toContain(`evidence for the entry ${promise}`);
  await ok("entry", "retract", "2013-01", "--addressee", "just", "--entry", outcomeId, "--reason", "Wrong one.");
  const shown = await ok("follow-up", "show", "2013-01", "--addressee", "just");
  expect(shown).toMatch(/RETRACTED on .* \([0-9a-f]{8}\): the promise [0-9a-f]{8} is met/);
  expect(shown).not.toMatch(made);
  // What a refusal names is short, too.
  const again = ["entry", "retract", "2013-01", "--addressee", "just", "--entry", outcomeId, "--reason", "Again."];
  expect(await refused(...again)).toMatch(/by the entry [0-9a-f]{8}\n$/);
  await ok(
    "entry",
    "correct",
    "2013-01",
    "--addressee",
    "just",
    "--entry",
    whole,
    "--change",
    '{"description":"Write all of it."}',
  );
});

test("the beginning of an entry's id names it where it is the only one that begins so", async () => {
  const { ok, refused } = await commands();
  const retract = ["entry", "retract", "2011-03", "--addressee", "just", "--reason", "Wrong one."];
  const several = await refused(...retract, "--entry", "2011-03-just-circular-");
  expect(several).toContain('--entry: "2011-03-just-circular-asked"');
  expect(several).toContain('--entry: "2011-03-just-circular-moved"');
  expect(several).toContain('--entry: "2011-03-just-circular-sent"');
  expect(await refused(...retract, "--entry", "2011")).toContain("--entry");
  expect(await ok(...retract, "--entry", "2011-03-just-circular-s")).toContain(
    "retracts the entry 2011-03-just-circular-sent",
  );
});

test("what is done on the register is told by name, and its ids are short and taken short", async () => {
  const { ok, refused, json } = await commands();
  const told = [
    await ok("organization", "add", "--code", "new", "--name", "en:New Centre", "--level", "federal"),
    await ok("report", "draft", "--reference", "2030", "--by", "new", "--year", "2030"),
    await ok("recommendation", "add", "2030", "--reference", "2030-1", "--text", "en:Do it.", "--addressee", "just"),
    await ok("recommendation", "change", "2030", "2030-1", "--change", '{"themes":["victims"]}'),
    await ok("recommendation", "remove", "2030", "2030-1"),
    await ok("report", "change", "2030", "--change", '{"title":{"en":"All of it"}}'),
    await ok("report", "discard", "2030"),
    await ok("recommendation", "link", "2013-02", "2012-02", "--type", "relatesTo"),
    await ok(
      ...["cycle", "open", "--year", "2030", "--by", "new", "--opens", "2031-01-10"],
      ...["--updates-due", "2031-02-28", "--assessments-due", "2031-06-30"],
    ),
    await ok(
      "organization",
      "change",
      "--type",
      "renamed",
      "--on",
      "2031-01-01",
      "--original",
      "fa",
      "--result",
      "new",
    ),
  ];
  expect(told).toEqual([
    "Recorded: organization New Centre (new)\n",
    "Drafted: report 2030 (version 1)\n",
    "Recorded: recommendation 2030-1 of report 2030 (version 2)\n",
    "Recorded: recommendation 2030-1 of report 2030 (version 3)\n",
    "Recorded: recommendation 2030-1 of report 2030 (version 4)\n",
    "Changed: report 2030 (version 5)\n",
    "Discarded: report 2030\n",
    expect.stringMatching(
      /^Recorded: 2013-02 of report 2013 relates to 2012-02 of report 2012 from \d{4}-\d\d-\d\d\n$/,
    ),
    "Recorded: reporting cycle about 2030 of New Centre (new) (version 1)\n",
    expect.stringMatching(/^Recorded: 2031-01-01 {2}renamed: fa into new \[[0-9a-f]{8}\]\n$/),
  ]);
  const cycle = (await json("cycle", "show", "2030", "--by", "new")).cycle.id;
  expect(await ok("cycle", "show", cycle.slice(0, 8))).toContain("Cycle about 2030 of New Centre");
  const [one, two] = [await draft("2040"), await draft("2041")];
  expect(await ok("report", "show", one.slice(0, 13), "--drafts")).toContain("2040");
  expect(await ok("report", "show", two.slice(0, 13), "--drafts")).toContain("2041");
  // Nobody who may not see a draft finds it by the beginning of its id.
  expect(await refused("report", "show", one.slice(0, 13))).toMatch(/^heed: no report has/);
  const id = (await json("organization", "show", "new")).id as string;
  expect(await ok("organization", "show", id.slice(0, 9))).toContain("New Centre");
  expect(await ok("report", "list", "--drafts")).not.toMatch(made);

  async function draft(reference: string): Promise<string> {
    return (await json("report", "draft", "--reference", reference, "--by", "myria", "--year", reference)).id;
  }
});
