import { z } from "zod";
import { label } from "../../label.ts";
import { LocalizedText } from "../../localized-text.ts";
import { ReadableName } from "../../text/bounded-text.ts";
import { itemKind } from "./item-kind.ts";

/** An anonymised case that shows how things go: no person can be told from it. */
export const phenomenon = itemKind({
  name: "phenomenon",
  label: label("Phenomenon", "Phénomène", "Fenomeen", "Phänomen"),
  plural: label("Phenomena", "Phénomènes", "Fenomenen", "Phänomene"),
  content: z
    .strictObject({
      period: ReadableName.optional().describe("When it happened, such as 2011-2013."),
      sector: ReadableName.optional(),
      form: ReadableName.optional().describe("What form it took."),
      route: ReadableName.optional().describe("From where to where, by countries and regions."),
      facts: LocalizedText,
      shows: LocalizedText.optional().describe("What it shows."),
      noPersons: z
        .array(ReadableName)
        .max(100)
        .optional()
        .describe("Names in the texts that name nobody, such as a town: they are not taken for a person."),
    })
    .meta({ id: "Phenomenon", description: "An anonymised case that shows how things go." }),
  words: {
    period: label("Period", "Période", "Periode", "Zeitraum"),
    sector: label("Sector", "Secteur", "Sector", "Sektor"),
    form: label("Form", "Forme", "Vorm", "Form"),
    route: label("Route", "Itinéraire", "Route", "Route"),
    facts: label("Facts", "Faits", "Feiten", "Sachverhalt"),
    shows: label("What it shows", "Ce que cela montre", "Wat het toont", "Was es zeigt"),
    noPersons: label("Names of no person", "Noms de personne", "Namen van niemand", "Namen von niemandem"),
  },
  isAnonymous: true,
});
