import type { Reader } from "@heed/core";
import { evidenceFileTypes } from "@heed/core/follow-up/entries/evidence-file";
import type { Label } from "@heed/core/label";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { type FiguresAsked, makeFiguresWorkbook } from "@heed/core/statistics/workbook/figures-workbook";
import { figuresWorkbook } from "@heed/files";

/** The workbook that a body such as a centre fills in, as a file. Errors: those of makeFiguresWorkbook(). */
export async function figuresFile(
  asking: { reads: TrackerReads; reader: Reader },
  asked: FiguresAsked,
  language: keyof Label,
): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
  const bytes = figuresWorkbook(await makeFiguresWorkbook(asking, asked, language));
  const who = asked.deliveredBy.replace(/[^\p{L}\p{N}.]+/gu, "-").slice(0, 60);
  return { name: `${who}-${asked.year}.xlsx`, mediaType: evidenceFileTypes.xlsx.mediaType, bytes };
}

/** The same for a desk of the pages. */
export function figuresForDesk(all: TrackerReads) {
  return ({ reader }: { reader: Reader }, asked: FiguresAsked, language: keyof Label) =>
    figuresFile({ reads: all.forOneRequest(), reader }, asked, language);
}
