import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bothWays } from "./both-ways.ts";

const mapping = `heed: mapping/1
name: visits
language: en
report: { reference: "{Report}", issuingBody: Watch, reportingYear: "{Year}" }
recommendation: { reference: "{No}", text: "{Text}" }
addressees:
  - names: "{For}"
`;

test("a service imports and exports as the command does on its machine", { timeout: 300_000 }, async () => {
  const { here, who, heed } = await bothWays();
  const [editor, ministry] = [await who("E. Maes", "editor"), await who("J. Claes", "respondent", "just")];
  const folder = await mkdtemp(join(tmpdir(), "heed-imports-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [good, faulty, map] = ["good.csv", "faulty.csv", "visits.yaml"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(map, mapping);
  await writeFile(good, "Report,Year,No,Text,For\nV1,2014,1,Visit each year.,Justice\n");
  await writeFile(faulty, "Report,Year,No,Text,For\nV2,soon,2,Publish it.,Justice\n");
  // The service knows the name of a file alone, and not its folder.
  const told = (text: string) => text.replaceAll(`${folder}/`, "");
  const both = async (...args: string[]) => {
    const [local, asked] = [await here.heed(...args), await heed(args, editor)];
    expect([asked.code, told(asked.stderr), told(asked.stdout)], args.join(" ")).toEqual([
      local.code,
      told(local.stderr),
      told(local.stdout),
    ]);
    return asked;
  };
  const table = ["--mapping", map];
  expect((await both("import", good, ...table, "--dry-run")).stdout).toContain("Would import");
  expect((await both("import", good, ...table)).stdout).toContain("Imported");
  expect((await both("import", good, ...table, "--format", "json")).code).toBe(0);
  expect((await both("import", faulty, ...table)).stderr).toContain("soon");
  expect((await both("import", faulty, ...table, "--format", "json")).code).toBe(2);
  expect((await both("import", map)).code).toBe(2);
  expect((await heed(["import", good, ...table], ministry)).code).toBe(2);
  expect((await heed(["import", good, ...table, "--create"], editor)).stderr).toContain("--create");

  const files = ["json", "csv"].map((format) => join(folder, `record.${format}`));
  for (const [place, format] of ["json", "csv"].entries())
    expect((await heed(["export", "--format", format, "--to", files[place] ?? ""], editor)).code).toBe(0);
  expect(
    JSON.parse(await readFile(files[0] ?? "", "utf8")).reports.map(({ reference }: { reference: string }) => reference),
  ).toContain("V1");
  expect(await readFile(files[1] ?? "", "utf8")).toContain("Visit each year.");
  expect((await heed(["export", "--role", "editor"], editor)).stderr).toContain("--role");
});
