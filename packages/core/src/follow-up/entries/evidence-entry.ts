import { z } from "zod";
import { Id } from "../../source.ts";
import { entryBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";
import { evidenceList } from "./evidence.ts";

/** Evidence, alone or for another entry. */
export const EvidenceEntry = z
  .strictObject({
    ...entryBase,
    type: z.literal("evidence"),
    evidence: evidenceList.min(1),
    about: Id.optional().describe("The entry that it is evidence for."),
  })
  .meta({ id: "EvidenceEntry", description: "Evidence added to a follow-up." });
export type EvidenceEntry = z.infer<typeof EvidenceEntry>;

export const evidenceKind = entryKind(EvidenceEntry, {
  side: "unknown",
  speaker: "record",
  fixed: [],
  references: ({ about }) => [{ key: "about", id: about }],
});
