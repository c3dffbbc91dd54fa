import type { Command } from "commander";
import { expect, test } from "vitest";
import { allCommands } from "../src/all-commands.ts";
import { heedProgram } from "../src/process/program.ts";
import { freshDatabase, worldDatabase } from "./heed.ts";

/**
 * Options that name something the record may lack, each with a value that nothing has and a value with one wrong
 * letter.
 */
const naming: Record<string, { wrong: string[]; near?: [string, RegExp] }> = {
  "--responsible": { wrong: ["nobody", ""], near: ["FPS Justise", /did you mean .*FPS Justice/] },
  "--addressee": { wrong: ["nobody", ""], near: ["FPS Justise", /did you mean .*FPS Justice/] },
  "--for": { wrong: ["nobody", ""], near: ["FPS Justise", /did you mean .*FPS Justice/] },
  "--report": { wrong: ["nowhere", ""], near: ["2O11", /did you mean .*2011/] },
  "--reference": { wrong: ["1999-99", ""], near: ["2011-O3", /did you mean .*2011-0/] },
  "--theme": { wrong: ["football", "", "  "], near: ["victms", /did you mean .*victims/] },
  "--year": { wrong: ["1066", "", "99999999999", "12"], near: ["2099", /there are 2009, 2011/] },
  "--search": { wrong: ["", "  ", "?!"] },
  "--kind": { wrong: ["respons", ""] },
  "--position": { wrong: ["accept", ""] },
  "--reported": { wrong: ["done", ""] },
  "--assessed": { wrong: ["done", ""] },
  "--lifecycle": { wrong: ["opened", ""] },
  "--group-by": { wrong: ["colour", ""] },
  "--format": { wrong: ["xml", ""] },
  "--lang": { wrong: ["xx", "", "english"] },
  "--against": { wrong: ["first", ""] },
  "--as-of": { wrong: ["soon", "", "2015-02-30"] },
  "--known-at": { wrong: ["soon", ""] },
  "--changed-since": { wrong: ["soon", "", "2015-02-30"] },
  "--since": { wrong: ["soon", "", "2015-02-30"] },
  "--until": { wrong: ["soon", "", "2015-02-30"] },
  "--due-from": { wrong: ["soon", "", "2015-02-30"] },
  "--due-until": { wrong: ["soon", "", "2015-02-30"] },
  "--min-days": { wrong: ["many", "", "106000000", "-1"] },
  "--limit": { wrong: ["all", "", "1e99"] },
};

/** The commands that read, with the arguments that each needs. */
const readers: Record<string, string[]> = {
  overdue: [],
  owed: [],
  changes: [],
  stale: [],
  "recommendation list": [],
  "recommendation show": ["2011-04"],
  "follow-up list": [],
  "follow-up show": ["2011-03-just"],
  progress: [],
  "progress --matrix": ["--matrix"],
  "report list": [],
  "report show": ["2011"],
  "organization list": [],
  "organization show": ["just"],
  "cycle list": [],
  "cycle show": ["2012"],
  export: [],
};

function optionsOf(name: string): string[] {
  let found: Command | undefined = heedProgram(allCommands, () => undefined);
  for (const word of name.replace(" --matrix", "").split(" "))
    found = found?.commands.find((each) => each.name() === word);
  return (found?.options ?? []).flatMap(({ long }) => (long ? [long] : []));
}

test.each(Object.entries(readers))(
  "heed %s refuses a value that names nothing, and tells what was meant",
  async (name, needs) => {
    const { heed } = await worldDatabase();
    const words = name.replace(" --matrix", "").split(" ");
    const left = name === "progress --matrix" ? ["--theme", "--report", "--group-by"] : [];
    const options = optionsOf(name).filter((option) => option in naming && !left.includes(option));
    expect(options).toContain("--format");
    const cases = options.flatMap((option): [string, string, string | RegExp][] => {
      const { wrong, near } = naming[option] ?? { wrong: [] };
      return [
        ...wrong.map((value) => [option, value, option] as [string, string, string]),
        ...(near ? [[option, ...near] as [string, string, RegExp]] : []),
      ];
    });
    for (const [option, value, told] of cases) {
      // A reader is named together with its role.
      const role = option === "--for" ? ["--role", "respondent"] : [];
      const { code, stdout, stderr } = await heed(...words, ...needs, ...role, option, value);
      expect(code, `${name} ${option} "${value}": ${stdout}`).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toMatch(told);
    }
  },
);

test("one unknown value among known ones is refused, and an empty answer says what was asked for", async () => {
  const { heed } = await worldDatabase();
  const both = await heed("overdue", "--theme", "victims", "--theme", "Detecton");
  expect(both.code).toBe(2);
  expect(both.stderr).toContain('--theme: "Detecton": no recommendation has this theme');
  expect(both.stderr).not.toContain('"victims"');
  const none = await heed("overdue", "--as-of", "2009-01-01", "--theme", "victims");
  expect(none).toEqual({ code: 0, stderr: "", stdout: "Nothing is overdue on 2009-01-01 with --theme victims.\n" });
});

test("names are found whatever their case or language, former ones too; one that fits several is refused", async () => {
  const { heed } = await worldDatabase();
  const late = async (...args: string[]) =>
    JSON.parse((await heed("overdue", "--as-of", "2015-06-30", "--format", "json", ...args)).stdout).total;
  const ofJustice = await late("--responsible", "just");
  expect(ofJustice).toBeGreaterThan(0);
  for (const name of ["JUST", "fps justice", "FOD Justitie", "ministerie van justitie", "MINISTERE DE LA JUSTICE"])
    expect(await late("--responsible", name), name).toBe(ofJustice);
  expect(await late("--theme", "SMUGGLING")).toBe(2);
  await heed("organization", "add", "--code", "twin", "--name", "en:Twin", "--also", "Ministry of Justice");
  const twins = await heed("overdue", "--responsible", "Ministry of Justice");
  expect(twins.code).toBe(2);
  expect(twins.stderr).toContain("several have this name: just (FPS Justice), twin (Twin)");
});

test("a body that was renamed is found by each of its names", async () => {
  const { heed } = await worldDatabase();
  const late = async (name: string, asOf: string) =>
    JSON.parse((await heed("overdue", "--as-of", asOf, "--format", "json", "--responsible", name)).stdout).total;
  const before = await late("just", "2015-06-30");
  await heed("organization", "add", "--code", "law", "--name", "en:Department of Law");
  const changed = ["--type", "renamed", "--on", "2015-01-01", "--original", "just", "--result", "law"];
  expect((await heed("organization", "change", ...changed)).stderr).toBe("");
  for (const name of ["just", "Ministry of Justice", "law"]) {
    expect(await late(name, "2015-06-30"), name).toBe(before);
    expect(await late(name, "2014-12-20"), name).toBeGreaterThan(0);
  }
});

test("an empty record says that it is empty, and its JSON stays valid", async () => {
  const { heed } = await freshDatabase();
  await heed("database", "upgrade");
  for (const words of Object.keys(readers).filter((name) => !name.includes("show") && name !== "export")) {
    const { code, stdout } = await heed(...words.split(" "));
    expect(code, words).toBe(0);
    expect(stdout, words).toContain("The record is empty");
    const json = await heed(...words.split(" "), "--format", "json");
    expect(JSON.parse(json.stdout).items, words).toEqual([]);
    expect(json.stderr, words).toContain("The record is empty");
  }
  expect((await heed("overdue", "--theme", "victims")).stderr).toContain("the record is empty");
});
