import { z } from "zod";
import { label } from "../../label.ts";
import { LocalizedText } from "../../localized-text.ts";
import { ReadableName } from "../../text/bounded-text.ts";
import { WebAddress } from "../../text/web-address.ts";
import { itemKind } from "./item-kind.ts";

/** The subject that a report looks at more closely in its year. */
export const focus = itemKind({
  name: "focus",
  label: label("Focus", "Focus", "Focus", "Schwerpunkt"),
  plural: label("Focuses", "Focus", "Focussen", "Schwerpunkte"),
  content: z
    .strictObject({
      question: LocalizedText.optional().describe("What was asked."),
      method: ReadableName.optional().describe("How it was looked into."),
      findings: LocalizedText.optional(),
      address: WebAddress.optional(),
    })
    .meta({ id: "Focus", description: "The subject that a report looks at more closely." }),
  words: {
    question: label("Question", "Question", "Vraag", "Frage"),
    method: label("Method", "Méthode", "Methode", "Methode"),
    findings: label("Findings", "Constats", "Bevindingen", "Ergebnisse"),
    address: label("Address", "Adresse", "Adres", "Adresse"),
  },
});
