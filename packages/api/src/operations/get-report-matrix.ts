import type { Day, Id } from "@heed/core";
import { type MatrixStyle, matrixDocument, matrixStyles } from "@heed/core/report-document/matrix-document";
import { readerLanguage } from "@heed/core/wording/reader-language";
import type { DocumentFormat } from "@heed/documents";
import { z } from "zod";
import type { Operation } from "../contract/operation.ts";
import { asOf, documentFormat, idParameter, lang } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { documentDownload } from "../documents/document-download.ts";

type Asked = { id: Id; style: MatrixStyle; asOf?: Day; format: DocumentFormat };

export const getReportMatrix: Operation = {
  id: "getReportMatrix",
  method: "get",
  path: "/reports/{id}/matrix",
  tag: "reports",
  summary: "A report's recommendations in the table of another body",
  description:
    "The heads and words are those of the other body (docs/exchange.md); a word that it has not is ours. A Word file is read again by the mapping upr-word.",
  params: idParameter,
  query: z.object({
    style: z.enum(matrixStyles).default("upr").describe("That of the Universal Periodic Review, or of GRETA."),
    ...{ asOf, format: documentFormat, lang },
  }),
  output: z.string(),
  async download({ reads, reader, person, today, language }, { id, style, asOf: day, format }: Asked) {
    if ((await reads.report(reader, id)) === undefined) throw notFound("report", id);
    const asked = { style, language: readerLanguage(language), asOf: day ?? today };
    return documentDownload(`${style}-matrix`, format, { person }, () => matrixDocument(reads, reader, id, asked));
  },
};
