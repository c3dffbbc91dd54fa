import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

test("a refusal names the options of the command, and nothing that a command line does not have", async () => {
  const { heed } = await worldDatabase();
  const refused = async (line: string, ...more: string[]) => {
    const { code, stderr } = await heed(...line.split(" "), ...more);
    expect(code, stderr).toBe(2);
    return stderr;
  };
  const at = "2011-03 --addressee just";
  const assessor = "--role assessor --as Ann";
  const alone = `follow-up close ${at} --closure notImplemented --reason x ${assessor}`;
  expect(await refused(alone)).toContain("or --single-reader with the reason");
  expect(await refused(`${alone} --second-reader Bob --single-reader small`)).toContain("--single-reader: give either");
  const finding = `assessment record ${at} --level underWay --year 2011 --rationale x --method interview ${assessor}`;
  const future = await refused(`${finding} --situation 2999-01-01`);
  expect(future).toContain("--situation is after the day on which it is given");
  expect(future).not.toContain("asOf");
  const given = `response record ${at} --position accepted --given-on 2012-12-01`;
  expect(await refused(given)).toContain("  --source: where the addressee said it");
  expect(await refused("recommendation link 2013-01 --type repeats")).toContain("[to]: a link of the type repeats");
  const outcome = `commitment outcome ${at} --source letter --commitment 2011-03-just-bill-2016 --outcome replaced`;
  expect(await refused(outcome)).toContain("--replaced-by: an outcome names another promise");
});

test("a refused change of organizations names none by an id that was given to nothing", async () => {
  const { heed } = await worldDatabase();
  const change = (on: string, ...results: string[]) =>
    heed(
      ..."organization change --type renamed --original cls".split(" "),
      "--on",
      on,
      ...results.flatMap((each) => ["--result", each]),
    );
  const existed = await change("2020-01-01", "just");
  expect(existed.code).toBe(2);
  expect(existed.stderr).toMatch(/ {2}--result: /);
  await heed("organization", "add", "--code", "new", "--name", "en:New");
  expect((await change("2020-01-01", "new")).stderr).toBe("");
  const before = await heed(..."organization change --type dissolved --original cls --on 2019-01-01".split(" "));
  expect(before.code).toBe(2);
  expect(before.stderr).toContain("by this change");
});

test("help marks what is required, and all that is missing is asked for at once", async () => {
  const { heed } = await worldDatabase();
  const help = (await heed("deadline", "request", "--help")).stdout.replace(/\s+/g, " ");
  expect(help).toContain("--requested-by <name> who asks (required)");
  expect(help).not.toMatch(/--role [^-]*\(required\)/);
  const { code, stderr } = await heed("deadline", "request", "2011-03", "--addressee", "just");
  expect(code).toBe(2);
  for (const option of ["--of", "--to", "--reason", "--requested-by"]) expect(stderr).toContain(option);
  expect(stderr).toMatch(/^heed: these options are required: .*\n$/);
  expect((await heed("stale", "--nonsense")).stderr).toContain("unknown option");
});
