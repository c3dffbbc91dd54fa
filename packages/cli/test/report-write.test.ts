import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

test("report write tells the year of a body from the record, in four languages and to a file", async () => {
  const { heed, folder } = await worldDatabase();
  const overdue = JSON.parse((await heed("overdue", "--as-of", "2015-06-12", "--format", "json")).stdout);
  for (const [lang, title, told] of [
    ["nl", "Opvolging van eerdere aanbevelingen, 2014", `${overdue.total} zaken zijn te laat`],
    ["fr", "Suivi des recommandations antérieures, 2014", `${overdue.total} éléments sont en retard`],
    ["de", "Nachverfolgung früherer Empfehlungen, 2014", `${overdue.total} Sachen sind überfällig`],
    ["en", "Follow-up of earlier recommendations, 2014", `${overdue.total} things are overdue`],
  ] as const) {
    const { stdout, code } = await heed("report", "write", "2014", "--lang", lang);
    expect(code).toBe(0);
    expect(stdout).toMatch(`# ${title}\n`);
    expect(stdout).toContain(told);
    expect(stdout).not.toMatch(/undefined|NaN|\[object/);
  }
  const page = await heed("report", "write", "2014", "--one-page", "--lang", "nl");
  expect(page.stdout).toContain(`${overdue.total} antwoorden, stappen of resultaten zijn te laat.`);
  expect(page.stdout.split("\n").length).toBeLessThan(50);
  const file = join(folder, "chapter.html");
  expect((await heed("report", "write", "2014", "--format", "html", "--to", file)).code).toBe(0);
  expect(await readFile(file, "utf8")).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
});

test("report write takes the reference of a report and another day, and refuses what it cannot write", async () => {
  const { heed } = await worldDatabase();
  const { stdout } = await heed("report", "write", "2012", "--by", "ceoor", "--as-of", "2013-06-01");
  expect(stdout).toContain("The situation on 1 June 2013, beside that on 29 June 2012");
  expect(await heed("report", "write", "1999")).toMatchObject({ code: 2, stdout: "" });
  expect((await heed("report", "write", "2012", "--as-of", "2001-01-01")).stderr).toContain("no recommendation");
  expect((await heed("report", "write", "2014", "--format", "odt")).code).toBe(2);
});

test("report write writes a whole report by its sections, and its follow-up chapter alone where that is asked", async () => {
  const { heed } = await worldDatabase();
  const { stdout, code } = await heed("report", "write", "2011", "--lang", "fr");
  expect(code).toBe(0);
  expect(stdout).toMatch("# À qui profite l'exploitation\n");
  for (const head of ["Cadre juridique et politique", "Contributions externes", "Recommandations"])
    expect(stdout).toContain(`\n## ${head}\n`);
  const chapter = await heed("report", "write", "2011", "--lang", "fr", "--chapter");
  expect(chapter.stdout).toMatch(/^# Suivi des recommandations antérieures, 2011/);
  const add = ["section", "add", "2011", "--reference", "notes", "--title", "fr:Notes", "--authentic", "fr"];
  const wrong = await heed(...add, "--text", "fr:```heed chart\n```");
  expect([wrong.code, wrong.stderr]).toEqual([
    2,
    expect.stringContaining('--text: fr, line 1: no block is called "chart"'),
  ]);
  expect((await heed(...add, "--text", "fr:Une note.")).stdout).toMatch(/^Recorded: section notes \[/);
  expect((await heed("report", "write", "2011", "--lang", "fr")).stdout).toBe(stdout);
  expect((await heed("report", "write", "2011", "--lang", "fr", "--drafts")).stdout).toContain("## Notes");
  expect((await heed("section", "list", "2011")).stdout).not.toContain("notes");
  expect((await heed("section", "list", "2011", "--drafts")).stdout).toMatch(/notes +draft/);
  await heed("section", "correct", "notes", "--change", '{"state":"final","parent":"focus"}');
  expect((await heed("section", "show", "notes", "--lang", "fr")).stdout).toMatch(
    /définitive, fait foi en fr\n\nUne note\./,
  );
  expect((await heed("section", "withdraw", "notes", "--reason", "Not needed.")).stdout).toMatch(
    /^Withdrawn: section notes/,
  );
});
