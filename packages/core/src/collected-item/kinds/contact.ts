import { z } from "zod";
import { label } from "../../label.ts";
import { ReadableName } from "../../text/bounded-text.ts";
import { Day } from "../../time/day.ts";
import { itemKind } from "./item-kind.ts";

/** Somebody of the field, with no more than it takes to reach that person for a purpose and until a day. */
export const contact = itemKind({
  name: "contact",
  label: label("Contact", "Contact", "Contactpersoon", "Kontakt"),
  plural: label("Contacts", "Contacts", "Contactpersonen", "Kontakte"),
  content: z
    .strictObject({
      organization: ReadableName.describe("For whom the person works."),
      name: ReadableName.describe("The name of the person."),
      reachedAt: ReadableName.optional().describe("An e-mail address or a telephone at work."),
      purpose: ReadableName.describe("Why the body keeps it."),
      retainUntil: Day.describe("The last day on which it is kept; after it somebody erases it, or sets a later one."),
      obtainedFrom: ReadableName.describe("From whom or where the body has it."),
    })
    .meta({ id: "Contact", description: "Somebody of the field, for a purpose and until a day." }),
  words: {
    organization: label("Organization", "Organisation", "Organisatie", "Organisation"),
    name: label("Name", "Nom", "Naam", "Name"),
    reachedAt: label("Reached at", "Joignable à", "Bereikbaar via", "Erreichbar unter"),
    purpose: label("Purpose", "Finalité", "Doel", "Zweck"),
    retainUntil: label("Kept until", "Conservé jusqu’au", "Bewaard tot en met", "Aufbewahrt bis"),
    obtainedFrom: label("Obtained from", "Obtenu de", "Verkregen van", "Erhalten von"),
  },
  day: "retainUntil",
  isConfidential: () => true,
  isPersonal: true,
});
