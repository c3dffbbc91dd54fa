import { publicReader } from "../access/reader.ts";
import type { Document } from "../document/document.ts";
import { DomainError } from "../domain-error.ts";
import type { TrackerReads } from "../read-models/tracker-store.ts";
import { languagesToFreeze, type WrittenDocument } from "../register/freeze-report.ts";
import { FrozenFormat } from "../report/frozen-report.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import { reportDocument } from "./report-document.ts";

/** Writes a document in a format, and tells the SHA-256 of its bytes. */
export type WriteFrozen = (document: Document, format: FrozenFormat) => Promise<{ bytes: Uint8Array; digest: string }>;

type Freezing = { id: Id; input: unknown; today: Day };

/**
 * A report as it is frozen: in each language that the input of the act asks for, and in each format, as everybody may see it.
 * Errors: notFound; invalidInput, also where a block cannot be answered.
 */
export async function writtenReport(
  reads: TrackerReads,
  { id, input, today }: Freezing,
  write: WriteFrozen,
): Promise<readonly WrittenDocument[]> {
  const detail = await reads.report(publicReader, id);
  if (detail === undefined) throw new DomainError("notFound", `there is no published report with the id ${id}`);
  // The act tells it; a request that is repeated gets its first answer.
  if (detail.report.frozen !== undefined) return [];
  const written: WrittenDocument[] = [];
  for (const language of languagesToFreeze(detail.report, input)) {
    const document = await reportDocument(reads, publicReader, id, language, { today, whole: true });
    for (const format of FrozenFormat.options) {
      const { bytes, digest } = await write(document, format);
      written.push({ language, format, digest, size: bytes.length, bytes });
    }
  }
  return written;
}
