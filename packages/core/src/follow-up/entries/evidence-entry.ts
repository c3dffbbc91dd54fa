import { z } from "zod";
import { Id } from "../../source.ts";
import { answerBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";
import { evidenceList } from "./evidence.ts";

/** Evidence, alone or for another entry. */
export const EvidenceEntry = z
  .strictObject({
    ...answerBase,
    type: z.literal("evidence"),
    evidence: evidenceList.describe("Empty only where it is withheld (R60)."),
    about: Id.optional().describe("The entry that it is evidence for."),
  })
  .check(({ value: { evidence, publication }, issues }) => {
    if (evidence.length > 0 || publication === "withheld") return;
    issues.push({
      code: "custom",
      path: ["evidence"],
      input: evidence,
      message: "needs at least one piece of evidence",
    });
  })
  .meta({ id: "EvidenceEntry", description: "Evidence added to a follow-up." });
export type EvidenceEntry = z.infer<typeof EvidenceEntry>;

export const evidenceKind = entryKind(EvidenceEntry, {
  side: "unknown",
  speaker: "record",
  fixed: [],
  said: ["evidence"],
  references: ({ about }) => [{ key: "about", id: about }],
});
