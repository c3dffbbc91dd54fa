import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bothWays } from "./both-ways.ts";
import { worldDatabase } from "./heed.ts";

test("a recommendation is checked by a command, in the language that is asked for", async () => {
  const { heed } = await worldDatabase();
  const checked = await heed("recommendation", "check", "2011-01", "--as-of", "2030-01-01", "--format", "json");
  expect(checked.code, checked.stderr).toBe(0);
  const { items, total } = JSON.parse(checked.stdout) as {
    items: { code: string; text: Record<string, string> }[];
    total: number;
  };
  expect(items).toHaveLength(total);
  expect(total).toBeGreaterThan(0);
  const table = await heed("recommendation", "check", "2011-01", "--as-of", "2030-01-01", "--lang", "nl");
  for (const { text } of items) expect(table.stdout).toContain(`- ${text.nl}`);
  const none = await heed("recommendation", "check", "none");
  expect(none.code).toBe(2);
});

test("the recommendations of a file are proposed alike on a machine and by a service", {
  timeout: 120_000,
}, async () => {
  const { both, who } = await bothWays();
  const editor = await who("E. Maes", "editor");
  const folder = await mkdtemp(join(tmpdir(), "heed-propose-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "new.csv");
  await writeFile(file, "No,Recommendation,Addressees\n7,Publish the carillon.,si\n,Continue.,\n");
  const drafted = await both(["report", "draft", "--by", "myria", "--reference", "2026", "--year", "2026"], editor);
  expect(drafted.code, drafted.stderr).toBe(0);
  const asReader = { ...editor, options: [] };
  const ask = ["recommendation", "propose", file, "--report", "2026"];
  const { stdout } = await both([...ask, "--lang", "nl"], asReader);
  for (const words of ["2 aanbevelingen in new.csv.", "7 [rij 2]", "zonder nummer [rij 3]", "zegt niet tegen wanneer"])
    expect(stdout).toContain(words);
  expect((await both([...ask, "--language", "nl", "--format", "json"], asReader)).stdout).toContain('"nl"');
  for (const faulty of [
    ["recommendation", "propose", folder, "--report", "2026"],
    ["recommendation", "propose", file, "--report", "none"],
    ["recommendation", "propose", join(folder, "none.csv"), "--report", "2026"],
  ])
    expect((await both(faulty, asReader)).code).toBe(2);
});
