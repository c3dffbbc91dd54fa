import { z } from "zod";
import { PersonName, ReadableText } from "../../text/bounded-text.ts";
import { entryBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";
import { evidenceList } from "./evidence.ts";

/** What a third party says; it changes none of the four answers. */
export const Observation = z
  .strictObject({
    ...entryBase,
    type: z.literal("observation"),
    by: PersonName.describe("Who says it: an NGO, another rapporteur, an international organization."),
    text: ReadableText,
    evidence: evidenceList.default([]),
  })
  .meta({ id: "Observation", description: "What a third party says." });
export type Observation = z.infer<typeof Observation>;

export const observationKind = entryKind(Observation, {
  side: "issuingBody",
  speaker: "third party",
  fixed: [],
});
