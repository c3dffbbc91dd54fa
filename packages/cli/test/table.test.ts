import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { type Column, table } from "../src/present/table.ts";

type Row = { late: number; by: string; title: string; level: string };

const rows: Row[] = [
  {
    late: 4653,
    by: "Inspection",
    title: "Domestic staff of diplomats and of those who live with them",
    level: "announced",
  },
  { late: 18, by: "Justice", title: "Une seule série de chiffres", level: "substantially implemented" },
];

const columns: Column<Row>[] = [
  { head: "Late", align: "right", of: ({ late }) => String(late) },
  { head: "By", wide: true, of: ({ by }) => by },
  { head: "Title", wide: true, of: ({ title }) => title },
  { head: "Level", below: true, of: ({ level }) => level },
];

test("in a pipe nothing is cut", () => {
  expect(stripVTControlCharacters(table(columns, rows))).toBe(
    [
      "Late  By          Title                                                        Level",
      "4653  Inspection  Domestic staff of diplomats and of those who live with them  announced",
      "  18  Justice     Une seule série de chiffres                                  substantially implemented",
      "",
    ].join("\n"),
  );
});

test("on a terminal a line never outgrows it: columns move below their row, and what is wide is cut", () => {
  expect(stripVTControlCharacters(table(columns, rows, { width: 60 }))).toBe(
    [
      "Late  By          Title",
      "      Level",
      "4653  Inspection  Domestic staff of diplomats and of those …",
      "      announced",
      "  18  Justice     Une seule série de chiffres",
      "      substantially implemented",
      "",
    ].join("\n"),
  );
});

test("a column that wraps goes on below itself, and notes stand below their row", () => {
  const wrapping: Column<Row>[] = columns.slice(0, 2).concat({ head: "Title", wraps: true, of: ({ title }) => title });
  const made = table(wrapping, rows, { width: 50, notes: ({ level }) => [`  · ${level}`] });
  expect(stripVTControlCharacters(made)).toBe(
    [
      "Late  By          Title",
      "4653  Inspection  Domestic staff of diplomats and",
      "                  of those who live with them",
      "  · announced",
      "  18  Justice     Une seule série de chiffres",
      "  · substantially implemented",
      "",
    ].join("\n"),
  );
});
