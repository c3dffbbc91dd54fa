import { z } from "zod";
import { PersonName, ReadableName, ReadableText } from "../../text/bounded-text.ts";
import { Day, Year } from "../../time/day.ts";
import { AssessedLevel } from "../levels.ts";
import { asOfPrecision, entryBase, secondReaderId } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";
import { evidenceList } from "./evidence.ts";

export const AssuranceMethod = z
  .enum([
    "statementOnly",
    "documentsReviewed",
    "interview",
    "siteVisit",
    "caseStudy",
    "courtRecord",
    "dataTest",
    "notRecorded",
  ])
  .meta({ id: "AssuranceMethod", description: "How the issuing body came to its finding (R10)." });

/** The issuing body's finding; it counts from its publication, `givenOn` (D17). */
export const Assessment = z
  .strictObject({
    ...entryBase,
    type: z.literal("assessment"),
    reportingYear: Year,
    asOf: Day.describe("The day whose situation it describes."),
    asOfPrecision,
    level: AssessedLevel.exclude(["notAssessed"]),
    rationale: ReadableText.optional(),
    method: AssuranceMethod,
    assessor: ReadableName.optional(),
    secondReader: PersonName.optional(),
    secondReaderId,
    evidence: evidenceList.default([]),
  })
  .meta({ id: "Assessment", description: "What the issuing body finds." });
export type Assessment = z.infer<typeof Assessment>;

export const assessmentKind = entryKind(Assessment, {
  side: "issuingBody",
  fixed: ["assessor", "secondReaderId", "level", "asOfPrecision"],
  rests: true,
});
