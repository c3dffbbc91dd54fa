import { z } from "zod";
import { label } from "../../label.ts";
import { LocalizedText } from "../../localized-text.ts";
import { ReadableName } from "../../text/bounded-text.ts";
import { WebAddress } from "../../text/web-address.ts";
import { Day } from "../../time/day.ts";
import { itemKind } from "./item-kind.ts";

/** What went where, to whom, and with what echo. */
export const dissemination = itemKind({
  name: "dissemination",
  label: label("Dissemination", "Diffusion", "Verspreiding", "Verbreitung"),
  plural: label("Dissemination", "Diffusion", "Verspreiding", "Verbreitung"),
  content: z
    .strictObject({
      on: Day,
      channel: ReadableName.describe("How it went, such as a press conference or a hearing."),
      audience: ReadableName.optional().describe("To whom."),
      reach: z.int().min(0).max(2_147_483_647).optional().describe("How many it reached."),
      echo: LocalizedText.optional().describe("What came of it."),
      address: WebAddress.optional(),
    })
    .meta({ id: "Dissemination", description: "What went where, to whom, and with what echo." }),
  words: {
    on: label("Day", "Jour", "Dag", "Tag"),
    channel: label("Channel", "Canal", "Kanaal", "Kanal"),
    audience: label("To whom", "À qui", "Aan wie", "An wen"),
    reach: label("Reach", "Portée", "Bereik", "Reichweite"),
    echo: label("Echo", "Écho", "Weerklank", "Echo"),
    address: label("Address", "Adresse", "Adres", "Adresse"),
  },
  day: "on",
});
