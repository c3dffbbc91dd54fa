import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { filledWorkbook } from "../../files/test/filled-workbook.ts";
import { bothWays } from "./both-ways.ts";

test("a workbook of numbers goes out and comes in, on this machine and by a service", {
  timeout: 300_000,
}, async () => {
  const { here, who, heed } = await bothWays();
  const editor = await who("I. Peeters", "editor");
  const folder = await mkdtemp(join(tmpdir(), "heed-figures-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [out = "", there = "", filled = ""] = ["out.xlsx", "there.xlsx", "filled.xlsx"].map((name) =>
    join(folder, name),
  );
  const command = [
    "item",
    "workbook",
    "--by",
    "ceoor",
    "--delivered-by",
    "Sürya",
    "--year",
    "2012",
    "--lang",
    "fr",
    "--to",
  ];
  const written = await here.heed(...command, out);
  expect([written.code, written.stderr]).toEqual([0, ""]);
  expect((await heed([...command, there], editor)).code).toBe(0);
  const bytes = await readFile(out);
  expect(Buffer.compare(bytes, await readFile(there))).toBe(0);

  const numbers = { B6: 0, C6: 9, D6: 9, B7: 9, C7: 2, D7: 11, B8: 2, C8: 1, D8: 3, B9: 11, C9: 12, D9: 23 };
  const both = async (...args: string[]) => {
    const line = ["item", "bring", filled, "--lang", "fr", ...args];
    const local = await here.heed(...line);
    const asked = await heed(line, editor);
    expect([asked.code, asked.stdout], asked.stderr).toEqual([local.code, local.stdout]);
    return [local, asked];
  };
  await writeFile(filled, filledWorkbook(bytes, { ...numbers, D9: 24 }, undefined, 1));
  for (const { code, stderr } of await both())
    expect([code, stderr]).toEqual([2, expect.stringMatching(/1 STAT-1!D9.*la somme de sa ligne, qui est 23/s)]);
  await writeFile(filled, filledWorkbook(bytes, numbers, undefined, 1));
  expect((await both("--dry-run"))[0]?.stdout).toBe("Seraient pris : les chiffres de 1 série ; 0 sans changement\n");
  expect((await both())[0]?.stdout).toBe("Pris : les chiffres de 1 série ; 0 sans changement\n");
  expect((await both())[0]?.stdout).toBe("Pris : les chiffres de 0 série ; 1 sans changement\n");
  const shown = (await here.heed("item", "figures", "STAT-1", "--confidential")).stdout;
  expect(shown).toMatch(/2012/);
  expect(shown).toContain("Payoke, PAG-ASA");
});
