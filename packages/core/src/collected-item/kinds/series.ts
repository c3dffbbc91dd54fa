import { z } from "zod";
import type { Issue } from "../../domain-error.ts";
import { label } from "../../label.ts";
import { LocalizedText } from "../../localized-text.ts";
import { ReadableName } from "../../text/bounded-text.ts";
import { Year } from "../../time/day.ts";
import { itemKind } from "./item-kind.ts";

/** One value of a breakdown: its code, and how it is called in a language. */
const Category = z
  .strictObject({
    code: ReadableName,
    en: ReadableName.optional(),
    fr: ReadableName.optional(),
    nl: ReadableName.optional(),
    de: ReadableName.optional(),
  })
  .meta({ id: "StatisticalCategory", description: "A value of a breakdown, with its name in languages." });
export type Category = z.infer<typeof Category>;

const Break = z.strictObject({ year: Year, what: ReadableName }).meta({ id: "BreakInSeries" });

const Categories = z.array(Category).max(40).default([]);

export const SeriesContent = z
  .strictObject({
    definition: LocalizedText.describe("What is counted, and what is not."),
    unit: ReadableName.describe("What is counted, such as persons."),
    counts: ReadableName.optional().describe("Where the numbers come from."),
    rowsBy: LocalizedText.optional().describe("By what the rows break the number down."),
    rows: Categories,
    columnsBy: LocalizedText.optional().describe("By what the columns break it down."),
    columns: Categories,
    breaks: z.array(Break).max(200).optional().describe("Years from which numbers do not compare with earlier ones."),
    revision: LocalizedText.optional().describe("When and how its numbers are revised."),
    filledBy: z.array(ReadableName).max(200).optional().describe("Who fills in its numbers each year."),
    smallBelow: z
      .int()
      .min(0)
      .max(1_000)
      .describe("A number from 1 to below this one is suppressed where it is published; 0 or 1 where none is."),
    publishedTo: Year.optional().describe("Its numbers up to this year are public; those of later ones are not."),
  })
  .meta({ id: "StatisticalSeries", description: "A series of statistics: what is counted each year, and how." });
export type SeriesContent = z.infer<typeof SeriesContent>;

/** What is counted each year. The numbers are items of the kind `figures`. */
export const series = itemKind({
  name: "series",
  label: label("Series of statistics", "Série statistique", "Statistische reeks", "Statistische Reihe"),
  plural: label("Series of statistics", "Séries statistiques", "Statistische reeksen", "Statistische Reihen"),
  content: SeriesContent,
  words: {
    definition: label("Definition", "Définition", "Definitie", "Definition"),
    unit: label("Unit", "Unité", "Eenheid", "Einheit"),
    counts: label("Source of the numbers", "Source des chiffres", "Bron van de cijfers", "Quelle der Zahlen"),
    rowsBy: label("Rows by", "Lignes par", "Rijen volgens", "Zeilen nach"),
    rows: label("Rows", "Lignes", "Rijen", "Zeilen"),
    columnsBy: label("Columns by", "Colonnes par", "Kolommen volgens", "Spalten nach"),
    columns: label("Columns", "Colonnes", "Kolommen", "Spalten"),
    breaks: label("Breaks in the series", "Ruptures de la série", "Breuken in de reeks", "Brüche in der Reihe"),
    revision: label("Revision", "Révision", "Herziening", "Revision"),
    filledBy: label("Filled in by", "Complété par", "Ingevuld door", "Ausgefüllt von"),
    smallBelow: label(
      "Suppressed below",
      "Non publié en dessous de",
      "Niet gepubliceerd onder",
      "Nicht veröffentlicht unter",
    ),
    publishedTo: label("Public up to", "Public jusqu’à", "Publiek tot en met", "Öffentlich bis"),
  },
  faults: ({ rows, columns }) => [...codesTwice("rows", rows), ...codesTwice("columns", columns)],
});

function codesTwice(name: string, categories: readonly Category[]): Issue[] {
  const codes = categories.map(({ code }) => code);
  return codes.flatMap((value, place) =>
    codes.indexOf(value) === place
      ? []
      : [{ name: `${name}.${place}.code`, value, detail: "another one has this code" }],
  );
}
