import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

test("a report that is frozen keeps each document to the byte, and tells what the record says otherwise since", {
  timeout: 120_000,
}, async () => {
  const { heed, folder } = await worldDatabase();
  expect((await heed("report", "errata", "2013", "--lang", "fr")).stdout).toBe("Rien n'est figé\n");
  expect((await heed("report", "freeze", "2013", "--language", "es")).code).toBe(2);
  const done = await heed("report", "freeze", "2013", "--language", "fr");
  expect([done.code, done.stdout], done.stderr).toEqual([0, "Frozen: report 2013 (version 2)\n"]);
  const { frozen } = JSON.parse((await heed("report", "show", "2013", "--format", "json")).stdout).report;
  const title = { fr: "Un autre titre" };
  await heed("report", "correct", "2013", "--change", JSON.stringify({ title }));
  for (const { format, digest, size } of frozen.documents) {
    const file = join(folder, `report.${format}`);
    const { stderr } = await heed("report", "write", "2013", "--lang", "fr", "--format", format, "--to", file);
    expect(stderr).toBe(`${file}: SHA-256 ${digest}\n`);
    const bytes = await readFile(file);
    expect([createHash("sha256").update(bytes).digest("hex"), bytes.length]).toEqual([digest, size]);
  }
  expect(frozen.documents).toHaveLength(5);
  expect((await heed("report", "write", "2013", "--lang", "fr", "--current")).stdout).toContain("# Un autre titre");
  expect((await heed("report", "erratum", "2013", "--text", "Le titre.")).stdout).toMatch(/^Recorded: report 2013/);
  const { stdout } = await heed("report", "errata", "2013", "--lang", "fr");
  expect(stdout).toMatch(/^Figé le \d{4}-.*\n\nErrata\n {2}.*: Le titre\.\n\nCe que le dossier dit autrement depuis\n/);
  expect(stdout).toContain("    maintenant: Un autre titre\n");
});
