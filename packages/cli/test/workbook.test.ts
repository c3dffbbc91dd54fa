import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { filledWorkbook, textsOfAnswers } from "../../files/test/filled-workbook.ts";
import { bothWays } from "./both-ways.ts";

test("a workbook goes out and comes in as drafts, on this machine and by a service", { timeout: 300_000 }, async () => {
  const { here, who, heed } = await bothWays();
  const ministry = await who("J. Claes", "respondent", "just");
  const folder = await mkdtemp(join(tmpdir(), "heed-workbook-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [out, there, filled] = ["out.xlsx", "there.xlsx", "filled.xlsx"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const written = await here.heed("workbook", "write", "just", "--to", out, "--lang", "nl");
  expect([written.code, written.stderr]).toEqual([0, ""]);
  expect((await heed(["workbook", "write", "just", "--to", there, "--lang", "nl"], ministry)).code).toBe(0);
  const bytes = await readFile(out);
  expect(textsOfAnswers(await readFile(there))).toEqual(textsOfAnswers(bytes));
  const place = textsOfAnswers(bytes).findIndex(({ K }, row) => row > 0 && K !== undefined) + 1;
  const typed = { [`L${place}`]: "aan de gang", [`M${place}`]: "Er is een begin gemaakt." };

  const both = async (...args: string[]) => {
    const local = await here.heed("workbook", "read", filled, ...args, "--as", "J. Claes");
    const asked = await heed(["workbook", "read", filled, ...args], ministry);
    expect([asked.code, asked.stdout, asked.stderr], args.join(" ")).toEqual([local.code, local.stdout, local.stderr]);
    return local;
  };
  await writeFile(filled, filledWorkbook(bytes, { ...typed, [`N${place}`]: "ooit" }));
  const faulty = await both();
  expect([faulty.code, faulty.stderr]).toEqual([2, expect.stringContaining("filled.xlsx: 1 row cannot be taken")]);
  for (const text of ["Antwoorden", `row ${place}`, "Situation on", "ooit"]) expect(faulty.stderr).toContain(text);
  await writeFile(filled, filledWorkbook(bytes, typed));
  expect((await both("--dry-run")).stdout).toMatch(/^Would make 1 draft of filled\.xlsx \(\d+ rows\)\./);
  expect((await both()).stdout).toMatch(/^Made 1 draft of filled\.xlsx/);
  expect((await both("--format", "json")).stdout).toContain("the same lies in draft already");
  const drafts = await here.heed("draft", "list", "--as", "J. Claes", "--role", "respondent", "--for", "just");
  expect(drafts.stdout).toMatch(/update\s+2011-03/);

  await writeFile(filled, "Aanbeveling;Standpunt\n");
  expect((await both()).stderr).toContain("filled.xlsx is not the workbook");
  expect((await heed(["workbook", "write", "ibz"], ministry)).code).not.toBe(0);
});
