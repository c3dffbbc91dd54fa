import type { Document } from "@heed/core/document/document";
import { footnote, link, paragraph, strong, text } from "@heed/core/document/inlines";

/** A small document that has every kind of block, and signs that are markup in one format or another. */
export const sample: Document = {
  language: "nl",
  title: "Opvolging & meer",
  subtitle: "De toestand <nu>",
  issuer: "Centrum",
  day: "2015-06-12",
  sections: [
    {
      id: "first",
      title: "Eerste #deel",
      blocks: [
        paragraph(
          text("Drie "),
          strong("van"),
          text(" de *vier* | zijn | gedaan."),
          footnote(text("Regel "), link("https://example.org/R13", "R13")),
        ),
        paragraph({ kind: "foreign", language: "fr", content: [text("Les chiffres et les visages")] }),
        { kind: "list", ordered: true, items: [[text("eerst")], [text("dan")]] },
        { kind: "quote", content: [text("Zo stond het er.")], source: [text("verslag 2011")] },
        paragraph({ kind: "reference", to: "cases", content: [text("zie de tabel")] }),
      ],
      sections: [
        {
          id: "second",
          title: "Tweede deel",
          sections: [],
          blocks: [
            {
              kind: "table",
              id: "cases",
              caption: [text("Per geadresseerde"), footnote(text("Regel D2"))],
              columns: [
                { label: "Wie", weight: 3, rowHeader: true },
                { label: "Te laat", weight: 1, align: "end" },
              ],
              rows: [
                [[text("FOD Justitie")], [text("7")]],
                [[text("Federale Politie")], [text("1")]],
              ],
            },
            {
              kind: "chart",
              id: "levels",
              caption: [text("Niveaus per jaar")],
              alternative: "Gestapelde kolommen: in 2014 drie, in 2015 vijf.",
              categoriesLabel: "Jaar",
              categories: ["2014", "2015"],
              series: [
                { label: "Niet gestart", tone: 2, values: [1, 2] },
                { label: "Volledig uitgevoerd", tone: 8, values: [2, 3] },
              ],
            },
          ],
        },
      ],
    },
  ],
};
