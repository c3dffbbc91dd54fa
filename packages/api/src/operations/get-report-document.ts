import type { Id } from "@heed/core";
import { requireNoDigest } from "@heed/core/report/frozen-report";
import { reportDocument } from "@heed/core/report-document/report-document";
import { readerLanguage } from "@heed/core/wording/reader-language";
import { z } from "zod";
import type { Operation } from "../contract/operation.ts";
import { documentFormat, idParameter, lang } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { documentDownload, documentFile } from "../documents/document-download.ts";

const query = z.object({
  drafts: z.boolean().default(false).describe("Also sections that are not final, for who may see them."),
  current: z.boolean().default(false).describe("From the record as it is now, also where the report is frozen."),
  format: documentFormat,
  lang,
});

export const getReportDocument: Operation = {
  id: "getReportDocument",
  method: "get",
  path: "/reports/{id}/document",
  tag: "reports",
  summary: "A whole report as a document",
  description:
    "Its sections with what their blocks ask of the record, its recommendations and the follow-up chapter. Where the report is frozen in that language: the document as it was then, to the byte. The entity tag is the SHA-256 of the bytes. Two are written at one time, one of them for one requester; others wait, and get a 503 after ten seconds.",
  params: idParameter,
  query,
  output: z.string(),
  async download({ reads, reader, person, today, language }, given: { id: Id } & z.output<typeof query>) {
    const { id, drafts, current, format } = given;
    const written = readerLanguage(language);
    const detail = await reads.report(reader, id);
    if (detail === undefined) throw notFound("report", id);
    const name = `report-${detail.report.reportingYear}-${written}`;
    const isFrozen = detail.report.frozen !== undefined && !drafts && !current;
    const frozen = isFrozen ? await reads.frozenDocument(reader, id, written, format) : undefined;
    if (frozen !== undefined) return documentFile(name, format, frozen);
    if (isFrozen) requireNoDigest(detail.report.frozen, { language: written, format });
    return documentDownload(name, format, { person }, () =>
      reportDocument(reads, reader, id, written, { today, drafts }),
    );
  },
};
