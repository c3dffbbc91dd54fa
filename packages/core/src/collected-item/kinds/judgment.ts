import { z } from "zod";
import { label } from "../../label.ts";
import { LocalizedText } from "../../localized-text.ts";
import { ReadableName } from "../../text/bounded-text.ts";
import { WebAddress } from "../../text/web-address.ts";
import { Day } from "../../time/day.ts";
import { itemKind } from "./item-kind.ts";

/** The European Case Law Identifier (Council conclusions 2011/C 127/01): country, court, year, number. */
const Ecli = z
  .string()
  .max(60)
  .regex(/^ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}$/, "is no ECLI, such as ECLI:BE:HBANT:2023:ARR.1");

/** A judgment, and what it says for the theme. */
export const judgment = itemKind({
  name: "judgment",
  label: label("Judgment", "Décision judiciaire", "Rechterlijke uitspraak", "Gerichtsentscheidung"),
  plural: label("Judgments", "Décisions judiciaires", "Rechterlijke uitspraken", "Gerichtsentscheidungen"),
  content: z
    .strictObject({
      court: ReadableName,
      decidedOn: Day,
      ecli: Ecli.optional(),
      instance: ReadableName.optional().describe("First instance, appeal, cassation."),
      outcome: ReadableName.optional(),
      civilParties: z
        .array(ReadableName)
        .max(100)
        .optional()
        .describe("Who was civil party, as an organization or in general words; no person is named."),
      penalty: LocalizedText.optional(),
      compensation: LocalizedText.optional(),
      address: WebAddress.optional(),
    })
    .meta({ id: "Judgment", description: "A judgment, and what it says for the theme." }),
  words: {
    court: label("Court", "Juridiction", "Gerecht", "Gericht"),
    decidedOn: label("Decided on", "Décidé le", "Uitgesproken op", "Entschieden am"),
    ecli: label("ECLI", "ECLI", "ECLI", "ECLI"),
    instance: label("Instance", "Instance", "Aanleg", "Instanz"),
    outcome: label("Outcome", "Issue", "Uitkomst", "Ausgang"),
    civilParties: label("Civil parties", "Parties civiles", "Burgerlijke partijen", "Zivilparteien"),
    penalty: label("Penalty", "Peine", "Straf", "Strafe"),
    compensation: label("Compensation", "Indemnisation", "Schadevergoeding", "Entschädigung"),
    address: label("Address", "Adresse", "Adres", "Adresse"),
  },
  day: "decidedOn",
});
