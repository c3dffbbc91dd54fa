import { Year } from "@heed/core";
import { chapterAsked } from "@heed/core/follow-up-chapter/chapter-asked";
import { chapterDocument } from "@heed/core/follow-up-chapter/chapter-section";
import { readChapter } from "@heed/core/follow-up-chapter/read-chapter";
import { summaryDocument } from "@heed/core/follow-up-chapter/summary/summary-document";
import { ShortText } from "@heed/core/text/bounded-text";
import { readerLanguage } from "@heed/core/wording/reader-language";
import { z } from "zod";
import { theOrganization } from "../contract/named.ts";
import type { Operation } from "../contract/operation.ts";
import { asOf, documentFormat, lang } from "../contract/parameters.ts";
import { documentDownload } from "../documents/document-download.ts";

const query = z.object({
  issuingBody: ShortText.min(1).describe("The issuing body, by id, code or name."),
  year: Year.describe("The year of its report, whose earlier recommendations are followed up."),
  asOf: asOf.describe(
    "The day that it tells of; when absent, the day on which the body's cycle of the year ended, or the end of the year.",
  ),
  format: documentFormat,
  lang,
});

/** A document about the follow-up of a body's earlier recommendations: the chapter, or another form of the same facts. */
function aboutFollowUp(
  told: Pick<Operation, "id" | "path" | "summary" | "description">,
  name: string,
  documentOf: typeof chapterDocument,
): Operation {
  return {
    ...told,
    ...{ method: "get", tag: "reports", query, output: z.string() },
    async download(context, { issuingBody, year, asOf: day, format }: z.output<typeof query>) {
      const { reads, reader, today, language } = context;
      const written = readerLanguage(language);
      const body = await theOrganization(context, "issuingBody", issuingBody);
      const asked = await chapterAsked(reads, body, year, { today, asOf: day });
      return documentDownload(`${name}-${year}-${written}`, format, context, async () =>
        documentOf(await readChapter(reads, reader, asked, written), written),
      );
    },
  };
}

const inTurn =
  "The entity tag is the SHA-256 of the bytes. Two are written at one time, one of them for one requester; others wait, and get a 503 after ten seconds.";

export const getFollowUpChapter = aboutFollowUp(
  {
    id: "getFollowUpChapter",
    path: "/documents/followUpChapter",
    summary: "What became of a body's earlier recommendations, as a document",
    description: `Written from the record in sentences and tables, each figure with its rule and its list. ${inTurn}`,
  },
  "follow-up",
  chapterDocument,
);

export const getFollowUpSummary = aboutFollowUp(
  {
    id: "getFollowUpSummary",
    path: "/documents/followUpSummary",
    summary: "What became of a body's earlier recommendations, on one page in plain language",
    description: `Its figures are those of the chapter. ${inTurn}`,
  },
  "summary",
  summaryDocument,
);
