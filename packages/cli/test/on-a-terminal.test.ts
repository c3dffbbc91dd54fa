import { stripVTControlCharacters } from "node:util";
import { publicReader } from "@heed/core";
import type { OverdueItem } from "@heed/core/read-models/overdue-item";
import { openDatabase, trackerReads } from "@heed/store";
import { afterEach, expect, test } from "vitest";
import { overdueText } from "../src/present/overdue-text.ts";
import { owedText } from "../src/present/owed-text.ts";
import { table } from "../src/present/table.ts";
import { fitted } from "../src/process/terminal.ts";
import { worldDatabase } from "./heed.ts";

const { isTTY, columns } = process.stdout;

function onTerminal(width: number): void {
  process.stdout.isTTY = true;
  process.stdout.columns = width;
}

afterEach(() => {
  process.stdout.isTTY = isTTY;
  process.stdout.columns = columns;
});

const wordsOf = (text: string) =>
  stripVTControlCharacters(text)
    .split(/\s+/)
    .filter((word) => /\w/.test(word));

/** Every word of a list on a terminal is a word of the list in a pipe, and no line is longer than the terminal. */
function expectWhole(shown: string, whole: string, width: number): void {
  for (const line of stripVTControlCharacters(shown).split("\n")) expect(line.length, line).toBeLessThanOrEqual(width);
  const known = new Set(wordsOf(whole));
  expect(wordsOf(shown).filter((word) => !known.has(word))).toEqual([]);
}

const longest = "Bundesministerium für Wirtschaft, Energie und Donaudampfschifffahrt";

async function answers() {
  const { url } = await worldDatabase();
  const database = await openDatabase(url, { mode: "read" });
  const reads = trackerReads(database);
  const asOf = "2015-06-30";
  const overdue = await reads.overdue(publicReader, { asOf }, { withTotal: true });
  const owed = await reads.obligations(publicReader, { asOf }, { withTotal: true });
  await database.close();
  const [first] = overdue.items as [OverdueItem];
  const moved: OverdueItem = {
    ...{
      ...first,
      due: "2014-09-30",
      duePrecision: "quarter",
      originalDue: "2013-12-31",
      originalDuePrecision: "semester",
    },
    responsible: { ...first.responsible, name: { de: longest } },
  };
  return { overdue: { ...overdue, items: [moved, ...overdue.items] }, owed };
}

test.each([80, 100, 200])("what is overdue and owed breaks no word, %d columns wide", async (width) => {
  const { overdue, owed } = await answers();
  const stale = { items: [], total: 0 };
  const views = [
    [
      "overdue",
      (lang?: string) => overdueText(overdue, stale, { against: "current", explain: true, ...(lang && { lang }) }),
    ],
    [
      "grouped",
      (lang?: string) =>
        overdueText(overdue, stale, { against: "current", groupBy: "responsible", ...(lang && { lang }) }),
    ],
    ["owed", (lang?: string) => owedText(owed, { ...(lang && { lang }) } as never)],
  ] as const;
  for (const lang of [undefined, "fr", "nl", "de"])
    for (const [, text] of views) {
      process.stdout.isTTY = false;
      const whole = text(lang);
      onTerminal(width);
      expectWhole(fitted(text(lang)), whole, width);
    }
});

test("a word that is wider than its column alone is cut, with a mark", () => {
  const rows = [{ name: "Donaudampfschifffahrtsgesellschaftskapitänsmütze", year: "2015" }];
  const shown = table(
    [
      { head: "Name", wide: true, of: ({ name }: (typeof rows)[number]) => name },
      { head: "Year", of: ({ year }) => year },
    ],
    rows,
    { width: 30 },
  );
  expect(shown).toContain("Donaudampfschifffahrtsg…  2015");
});

test("columns that do not fit move below, whatever they are, so that no line is broken by the terminal", () => {
  const rows = [{ a: "2011-01-01T10:00:00.000Z" }];
  const column = (head: string) => ({ head, of: ({ a }: (typeof rows)[number]) => a });
  const shown = table(["One", "Two", "Three", "Four"].map(column), rows, { width: 60 });
  for (const line of shown.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
});

test("what people read is broken between words where the line ends, and nothing is broken in a pipe", () => {
  const text = "  Since 2014 it waits for a decision on who is responsible.\n";
  process.stdout.isTTY = false;
  expect(fitted(text)).toBe(text);
  onTerminal(30);
  expect(fitted(text)).toBe("  Since 2014 it waits for a\n  decision on who is\n  responsible.\n");
});
