import { z } from "zod";
import { label } from "../../label.ts";
import { Language, LocalizedText } from "../../localized-text.ts";
import { ReadableName } from "../../text/bounded-text.ts";
import { WebAddress } from "../../text/web-address.ts";
import { Day } from "../../time/day.ts";
import { itemKind } from "./item-kind.ts";

/** What another rapporteur or an international organization writes for the report. */
export const contribution = itemKind({
  name: "contribution",
  label: label("Contribution", "Contribution", "Bijdrage", "Beitrag"),
  plural: label("Contributions", "Contributions", "Bijdragen", "Beiträge"),
  content: z
    .strictObject({
      author: ReadableName.describe("The body that wrote it."),
      language: Language.describe("The language in which it was written."),
      rights: ReadableName.optional().describe("Who may print it, and on which terms."),
      receivedOn: Day.optional(),
      body: LocalizedText.optional().describe("The text itself."),
      address: WebAddress.optional(),
    })
    .meta({ id: "Contribution", description: "What another body writes for the report." }),
  words: {
    author: label("Author", "Auteur", "Auteur", "Verfasser"),
    language: label("Language", "Langue", "Taal", "Sprache"),
    rights: label("Rights", "Droits", "Rechten", "Rechte"),
    receivedOn: label("Received on", "Reçue le", "Ontvangen op", "Erhalten am"),
    body: label("Text", "Texte", "Tekst", "Text"),
    address: label("Address", "Adresse", "Adres", "Adresse"),
  },
  day: "receivedOn",
});
