import { expect, test } from "vitest";
import { freshDatabase, worldDatabase } from "./heed.ts";

test("all that a command needs is asked for at once: its argument, its options, and what its role needs", async () => {
  const { heed } = await freshDatabase();
  const refused = async (line: string) => {
    const { code, stdout, stderr } = await heed(...line.split(" "));
    expect([code, stdout], line).toEqual([2, ""]);
    return stderr;
  };
  expect(await refused("response record")).toBe(
    "heed: these are required: <reference>, --position <position>, --source <text>\n",
  );
  expect(await refused("response record 2013-02 --role respondent")).toBe(
    "heed: these options are required: --position <position>, --for <organization>\n",
  );
  expect(await refused("response record 2013-02 --source letter")).toBe(
    "heed: this option is required: --position <position>\n",
  );
  expect(await refused("recommendation change")).toBe("heed: these are required: <report>, <reference>\n");
  expect(await refused("recommendation change 2013")).toBe("heed: this is required: <reference>\n");
  expect(await refused("organization show")).toBe("heed: this is required: <name>\n");
  expect(await refused("evidence add")).toBe(
    "heed: these are required: <reference>, --evidence <kind:title>, --source <text>\n",
  );
  expect(await refused("import")).toBe("heed: this is required: <file>\n");
});

test("help begins with three examples that run, and says where to start", async () => {
  const { heed } = await worldDatabase();
  const { stdout } = await heed("--help");
  const [first = "", ...lines] = stdout.split("\n");
  expect(first).toBe("Start here:");
  const examples = lines.slice(0, 3).map((line) => /^ {2}heed (.*?) {2,}/.exec(line)?.[1] ?? "");
  expect(examples).toHaveLength(3);
  for (const example of examples) {
    const words = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
    const { code, stderr } = await heed(...words);
    expect([code, stderr], example).toEqual([0, ""]);
  }
  expect((await heed("overdue", "--help")).stdout).not.toContain("Start here");
  expect((await heed()).stderr).toContain("Start here:");
});

test("a cycle that is not there is told with the years that are", async () => {
  const { heed } = await worldDatabase();
  expect((await heed("cycle", "show", "1899")).stderr).toMatch(/there are .*2010.*2015/);
});
