import { z } from "zod";
import { label } from "../../label.ts";
import { LocalizedText } from "../../localized-text.ts";
import { ReadableName } from "../../text/bounded-text.ts";
import { WebAddress } from "../../text/web-address.ts";
import { itemKind } from "./item-kind.ts";

/** What somebody did well or badly, and why it may serve others. */
export const practice = itemKind({
  name: "practice",
  label: label("Practice", "Pratique", "Praktijk", "Praxis"),
  plural: label("Practices", "Pratiques", "Praktijken", "Praktiken"),
  content: z
    .strictObject({
      isGood: z.boolean().describe("Whether it is a good one; else it is a bad one."),
      who: ReadableName,
      where: ReadableName.optional(),
      why: LocalizedText.optional().describe("Why it is good or bad."),
      evidence: ReadableName.optional().describe("What shows it."),
      takenUpBy: z.array(ReadableName).max(100).optional().describe("Who does the same since."),
      address: WebAddress.optional(),
    })
    .meta({ id: "Practice", description: "What somebody did well or badly." }),
  words: {
    isGood: label("Good practice", "Bonne pratique", "Goede praktijk", "Gute Praxis"),
    who: label("Who", "Qui", "Wie", "Wer"),
    where: label("Where", "Où", "Waar", "Wo"),
    why: label("Why", "Pourquoi", "Waarom", "Warum"),
    evidence: label("Evidence", "Preuve", "Bewijs", "Nachweis"),
    takenUpBy: label("Taken up by", "Reprise par", "Overgenomen door", "Übernommen von"),
    address: label("Address", "Adresse", "Adres", "Adresse"),
  },
});
