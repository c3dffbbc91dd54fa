import fc from "fast-check";
import { expect, test } from "vitest";
import { proposedInTable } from "../../src/drafting/proposed/proposed-in-table.ts";
import { proposedInText } from "../../src/drafting/proposed/proposed-in-text.ts";

const told = (text: string) => proposedInText(text, "en").items.map((each) => [each.reference, each.text.en]);

test.each([
  [
    "1. Publish the figures.\n2) Train the police\nof the capital.",
    [
      ["1", "Publish the figures."],
      ["2", "Train the police of the capital."],
    ],
  ],
  ["(3) Publish all the figures.\n\nThis explains why.", [["3", "Publish all the figures."]]],
  ["115.1 Ratify the convention (France).", [["115.1", "Ratify the convention (France)."]]],
  ["1. Introduction\n\nRecommendation 4: Publish the figures.", [["4", "Publish the figures."]]],
  ["Aanbeveling nr. 2. De minister publiceert.", [["2", "De minister publiceert."]]],
  [
    "7. The minister must:\na) publish the figures;\nb) train the police.",
    [["7", "The minister must:\na) publish the figures;\nb) train the police."]],
  ],
  ["In 2014 the minister\n2014 was not good enough.", [[undefined, "In 2014 the minister 2014 was not good enough."]]],
  [
    "Publish the figures.\n\nTrain the police now.",
    [
      [undefined, "Publish the figures."],
      [undefined, "Train the police now."],
    ],
  ],
])("%j", (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test("numbered paragraphs are found again, each with its number, its words and its place", () => {
  const words = fc.array(fc.stringMatching(/^[a-zé]{2,9}$/), { minLength: 3, maxLength: 12 });
  const sentence = words.map((each) => `The ${each.join(" ")}.`);
  const style = fc.constantFrom(
    (n: string) => `${n}. `,
    (n: string) => `${n}) `,
    (n: string) => `(${n}) `,
    (n: string) => `Recommandation ${n} : `,
  );
  fc.assert(
    fc.property(
      fc.array(sentence, { minLength: 1, maxLength: 12 }),
      style,
      fc.constantFrom("\n", "\n\n", "\r\n"),
      (texts, number, gap) => {
        const text = texts.map((each, place) => `${number(String(place + 1))}${each}`).join(gap);
        const { items, others } = proposedInText(text, "fr");
        expect(others).toBe(0);
        expect(items.map((each) => [each.place, each.reference, each.text.fr])).toEqual(
          texts.map((each, place) => [{ paragraph: place + 1 }, String(place + 1), each]),
        );
      },
    ),
  );
});

test("a table is read by the names of its columns, in four languages and with a text in each of two", () => {
  const header = ["N°", "Texte (fr)", "Texte (nl)", "Destinataires", "Thèmes", "Délai", "Remarque"];
  const cells = {
    "N°": "3",
    "Texte (fr)": "Publier.",
    "Texte (nl)": "Publiceer.",
    Destinataires: "Justice; Police",
    Thèmes: "données",
    Délai: "2027",
  };
  const { items, others } = proposedInTable(
    header,
    [
      { place: { row: 2 }, cells },
      { place: { row: 3 }, cells: {} },
    ],
    "fr",
  );
  expect([items, others]).toEqual([
    [
      {
        ...{ place: { row: 2 }, reference: "3", text: { fr: "Publier.", nl: "Publiceer." } },
        ...{ addressees: ["Justice", "Police"], themes: ["données"], implementationDue: "2027" },
      },
    ],
    1,
  ]);
});
