import { type Day, dayOf, type Id, type Instant, type Person, type Reader, type Settings } from "@heed/core";
import { evidenceFileTypes } from "@heed/core/follow-up/entries/evidence-file";
import type { Label } from "@heed/core/label";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { makeWorkbook } from "@heed/core/workbook/make-workbook";
import { requireMayDraftFor } from "@heed/core/workbook/may-draft";
import { workbookWords } from "@heed/core/workbook/words/words";
import { answersWorkbook } from "@heed/files";

type Asked = {
  reads: TrackerReads;
  person: Person;
  reader: Reader;
  organization: Id;
  today: Day;
  language: keyof Label;
};

type WorkbookFile = { name: string; mediaType: typeof evidenceFileTypes.xlsx.mediaType; bytes: Uint8Array };

/** The workbook of what an organization owes. Errors: missingPermission; those of makeWorkbook(). */
export async function organizationWorkbook({ person, ...asked }: Asked): Promise<WorkbookFile> {
  const { reads, organization, today, language } = asked;
  await requireMayDraftFor(person, organization, {
    answeredFor: (held) => reads.answeredFor(held, today),
    otherwise: "the workbook of what an organization owes is for who answers for it",
  });
  const workbook = await makeWorkbook(asked);
  const parts = [workbookWords(language).sheets.answers, workbook.name, today];
  const name = `${parts.map((part) => part.replace(/[^\p{L}\p{N}.]+/gu, "-").slice(0, 60)).join("-")}.xlsx`;
  return { name, mediaType: evidenceFileTypes.xlsx.mediaType, bytes: answersWorkbook(workbook) };
}

/** The same for a desk of the pages. */
export function workbookForDesk(all: TrackerReads) {
  return (
    { person, at, settings, reader }: { person: Person; at: Instant; settings: Settings; reader: Reader },
    organization: Id,
    language: keyof Label,
  ): Promise<WorkbookFile> =>
    organizationWorkbook({
      ...{ reads: all.forOneRequest(), person, reader, organization, language, today: dayOf(settings, at) },
    });
}
