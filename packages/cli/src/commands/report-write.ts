import { type Day, DomainError, type Id } from "@heed/core";
import type { Document, DocumentLanguage } from "@heed/core/document/document";
import { chapterAsked } from "@heed/core/follow-up-chapter/chapter-asked";
import { chapterNamed } from "@heed/core/follow-up-chapter/chapter-named";
import { chapterDocument } from "@heed/core/follow-up-chapter/chapter-section";
import { readChapter } from "@heed/core/follow-up-chapter/read-chapter";
import { summaryDocument } from "@heed/core/follow-up-chapter/summary/summary-document";
import { requireNoDigest } from "@heed/core/report/frozen-report";
import { hasSections, reportDocument } from "@heed/core/report-document/report-document";
import type { Command } from "commander";
import { organizationsOf } from "../named/the-organization.ts";
import { withDocumentOptions } from "../options/document-options.ts";
import { asOfOption } from "../options/options.ts";
import { seeingDrafts, type Tracker, withTracker } from "../process/tracker.ts";
import { type Written, writtenBytes, writtenDocument } from "./written-document.ts";

type Options = Written & {
  by?: string;
  asOf?: Day;
  lang: DocumentLanguage;
  onePage?: true;
  chapter?: true;
  drafts?: true;
  current?: true;
};

export function addReportWrite(report: Command): void {
  withDocumentOptions(
    report
      .command("write <report>")
      .description(
        "A whole report by its sections; of one that has none, the follow-up chapter: by the report's reference, or its year",
      )
      .option("--by <name>", "the issuing body, by id, code or name, where several have a report on that year")
      .option("--chapter", "the follow-up chapter alone")
      .option("--one-page", "the follow-up chapter on one page, in plain language")
      .addOption(asOfOption().conflicts("drafts"))
      .option("--drafts", "also sections that are not final, and a report that is not published")
      .option("--current", "from the record as it is now, also where the report is frozen"),
  ).action((named: string, options: Options, command: Command) =>
    withTracker(command, async (local) => {
      const document = await documentAsked(seeingDrafts(local, options.drafts), named, options);
      if (document instanceof Uint8Array) return writtenBytes(document, options.to);
      await writtenDocument(document, options);
    }),
  );
}

/** What is to be written, or the bytes of what a frozen report said. */
async function documentAsked(tracker: Tracker, named: string, options: Options): Promise<Document | Uint8Array> {
  const { by, asOf, lang, onePage, chapter, drafts, current, format, template } = options;
  const { reads, reader, today } = tracker;
  const bodies = await organizationsOf(tracker, "--by", by === undefined ? undefined : [by]);
  // A day is asked of the chapter alone: what a report says has none.
  const whole = onePage || chapter || asOf ? undefined : await withSections(tracker, named, bodies, drafts);
  if (whole !== undefined && !drafts && !current) {
    const frozen = template
      ? await reads.frozenContents(reader, whole, lang)
      : await reads.frozenDocument(reader, whole, lang, format);
    if (frozen !== undefined) return frozen;
    if (!template) requireNoDigest((await reads.report(reader, whole))?.report.frozen, { language: lang, format });
  }
  if (whole !== undefined) return reportDocument(reads, reader, whole, lang, { today, ...(drafts && { drafts }) });
  const { issuingBody, year } = await chapterNamed(reads, reader, named, bodies).catch((error: unknown) => {
    if (drafts || !(error instanceof DomainError) || error.code !== "notFound") throw error;
    throw new DomainError("notFound", `${error.message}; --drafts also finds one that is not published`);
  });
  const asked = await chapterAsked(reads, issuingBody, year, { today, asOf });
  const documentOf = onePage ? summaryDocument : chapterDocument;
  return documentOf(await readChapter(reads, reader, asked, lang), lang);
}

/** The one report of that name that has sections, or is frozen; where several have, the chapter's own question is asked. */
async function withSections(
  { reads, reader }: Tracker,
  named: string,
  bodies: readonly Id[] | undefined,
  drafts: boolean | undefined,
): Promise<Id | undefined> {
  const found: Id[] = [];
  for (const id of await reads.reportsNamed(reader, named)) {
    const detail = await reads.report(reader, id);
    const isWanted = detail && (bodies === undefined || bodies.includes(detail.report.issuingBody));
    if (isWanted && (detail.report.frozen !== undefined || (await hasSections(reads, reader, id, drafts))))
      found.push(id);
  }
  return found.length === 1 ? found[0] : undefined;
}
