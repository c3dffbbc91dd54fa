import { publicReader } from "../access/reader.ts";
import type { DocumentLanguage } from "../document/document.ts";
import type { TrackerReads } from "../read-models/tracker-store.ts";
import type { FrozenReport } from "../report/frozen-report.ts";
import type { Report } from "../report/report.ts";
import { type DocumentDifference, documentDifferences } from "./document-differences.ts";
import { reportDocument } from "./report-document.ts";

/** A report that is frozen. */
export type Frozen = Report & { frozen: FrozenReport };

export function isFrozen(report: Report): report is Frozen {
  return report.frozen !== undefined;
}

/** The language in which a frozen report is read by who asks for one: that, or the first in which it was frozen. */
export function frozenLanguage({ frozen }: Frozen, asked: DocumentLanguage): DocumentLanguage {
  const [first] = frozen.documents;
  return frozen.documents.some(({ language }) => language === asked) ? asked : (first?.language ?? asked);
}

/**
 * What a frozen report would say otherwise if it were written now about the same day: what was corrected in the record since. undefined
 * where the record has not what it said.
 */
export async function sinceFrozen(
  reads: TrackerReads,
  report: Frozen,
  language: DocumentLanguage,
): Promise<readonly DocumentDifference[] | undefined> {
  const was = await reads.frozenContents(publicReader, report.id, language);
  if (was === undefined) return undefined;
  return documentDifferences(
    was,
    await reportDocument(reads, publicReader, report.id, language, { today: report.frozen.on }),
  );
}
