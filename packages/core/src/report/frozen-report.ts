import { z } from "zod";
import { Digest } from "../digest.ts";
import { DomainError } from "../domain-error.ts";
import { labelLanguages } from "../label.ts";
import { Instant } from "../source.ts";
import { ReadableName, ReadableText } from "../text/bounded-text.ts";
import { Day } from "../time/day.ts";

/** The languages in which a document is written. */
export const FrozenLanguage = z.enum(labelLanguages);
export type FrozenLanguage = z.infer<typeof FrozenLanguage>;

/** The forms in which a report is frozen: json is its contents as the tree from which the others are written. */
export const FrozenFormat = z.enum(["json", "pdf", "docx", "html", "md"]);
export type FrozenFormat = z.infer<typeof FrozenFormat>;

export const FrozenDocument = z
  .strictObject({
    language: FrozenLanguage,
    format: FrozenFormat,
    digest: Digest.describe("The SHA-256 of its bytes."),
    size: z.int().min(1).describe("In bytes."),
  })
  .meta({ id: "FrozenDocument", description: "A document of a frozen report: its bytes never change." });
export type FrozenDocument = z.infer<typeof FrozenDocument>;

/** What a report said, whole, when it was frozen. */
export const FrozenReport = z
  .strictObject({
    on: Day.describe("The day of which its blocks tell, where no cycle fixes another."),
    recordedAt: Instant,
    actor: ReadableName,
    documents: z.array(FrozenDocument).min(1).max(100),
  })
  .meta({ id: "FrozenReport", description: "The contents of a report, fixed with the digest of each document." });
export type FrozenReport = z.infer<typeof FrozenReport>;

/**
 * Refuses to write anew a document whose digest is told: it would be another one. Errors: notFound, where a record that came from
 * elsewhere has the digest and not the bytes.
 */
export function requireNoDigest(
  frozen: FrozenReport | undefined,
  { language, format }: { language: string; format: string },
): void {
  if (!frozen?.documents.some((each) => each.language === language && each.format === format)) return;
  throw new DomainError(
    "notFound",
    "this record has the digest of the frozen document and not its bytes: ask where it was frozen, or for what the record says now (current)",
  );
}

/** An error in a frozen report that an editor tells; the documents stay as they are. */
export const ReportErratum = z
  .strictObject({ recordedAt: Instant, actor: ReadableName, text: ReadableText })
  .meta({ id: "ReportErratum", description: "What was found wrong after the report was frozen." });
export type ReportErratum = z.infer<typeof ReportErratum>;
