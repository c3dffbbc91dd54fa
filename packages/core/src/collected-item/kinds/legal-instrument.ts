import { z } from "zod";
import { label } from "../../label.ts";
import { LocalizedText } from "../../localized-text.ts";
import { OrganizationLevel } from "../../organization/organization.ts";
import { ReadableName } from "../../text/bounded-text.ts";
import { WebAddress } from "../../text/web-address.ts";
import { Day } from "../../time/day.ts";
import { daysInOrder } from "./days-in-order.ts";
import { itemKind } from "./item-kind.ts";

/** A law, a decree, a circular, a plan, and what it changed for the theme. */
export const legalInstrument = itemKind({
  name: "legalInstrument",
  label: label("Legal instrument", "Texte légal", "Rechtsinstrument", "Rechtsakt"),
  plural: label("Legal instruments", "Textes légaux", "Rechtsinstrumenten", "Rechtsakte"),
  content: z
    .strictObject({
      type: ReadableName.optional().describe("What it is, such as a law, a circular or a plan."),
      identifier: ReadableName.optional().describe("Its ELI or another identifier."),
      level: OrganizationLevel.optional(),
      adoptedOn: Day.optional(),
      publishedOn: Day.optional(),
      inForceOn: Day.optional(),
      repealedOn: Day.optional(),
      address: WebAddress.optional(),
      changes: LocalizedText.optional().describe("What it changed for the theme."),
    })
    .meta({ id: "LegalInstrument", description: "A law, a decree, a circular or a plan." }),
  words: {
    type: label("Type", "Type", "Type", "Art"),
    identifier: label("Identifier", "Identifiant", "Identificatie", "Kennung"),
    level: label("Level", "Niveau", "Niveau", "Ebene"),
    adoptedOn: label("Adopted on", "Adopté le", "Aangenomen op", "Angenommen am"),
    publishedOn: label("Published on", "Publié le", "Gepubliceerd op", "Veröffentlicht am"),
    inForceOn: label("In force since", "En vigueur depuis", "In werking sinds", "In Kraft seit"),
    repealedOn: label("Repealed on", "Abrogé le", "Opgeheven op", "Aufgehoben am"),
    address: label("Address", "Adresse", "Adres", "Adresse"),
    changes: label("What it changed", "Ce qu'il a changé", "Wat het veranderde", "Was er änderte"),
  },
  codes: { level: "organizationLevel" },
  day: "publishedOn",
  faults: (content) => [
    ...daysInOrder(content, "adoptedOn", "publishedOn"),
    ...daysInOrder(content, "inForceOn", "repealedOn"),
  ],
});
