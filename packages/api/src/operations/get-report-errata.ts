import { Day } from "@heed/core";
import { ReportErratum } from "@heed/core/report/frozen-report";
import { DocumentDifference } from "@heed/core/report-document/document-differences";
import { frozenLanguage, isFrozen, sinceFrozen } from "@heed/core/report-document/report-errata";
import { readerLanguage } from "@heed/core/wording/reader-language";
import { z } from "zod";
import { ReportRef } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { inTurn } from "../documents/document-download.ts";
import { reportRef } from "../schemas/present.ts";

export const getReportErrata = operation({
  id: "getReportErrata",
  path: "/reports/{id}/errata",
  tag: "reports",
  summary: "What was found wrong in a frozen report, and what the record says otherwise since",
  description:
    "The documents of a frozen report never change. Beside them stand the errata that an editor told, and each line that would be written otherwise now about the same day, in the language of the request or else in the first one of the freeze.",
  params: idParameter,
  output: z
    .strictObject({
      report: ReportRef,
      frozenOn: Day.optional().describe("Absent where it is not frozen."),
      errata: z.array(ReportErratum),
      differences: z
        .array(DocumentDifference)
        .optional()
        .describe(
          "Absent where nothing is frozen, or this record has the digests alone, and not what the report said.",
        ),
    })
    .meta({ id: "ReportErrata", description: "Beside a frozen report: its errata." }),
  async handle({ reads, reader, person, language }, { id }) {
    const detail = await reads.report(reader, id);
    if (detail === undefined) throw notFound("report", id);
    const { report } = detail;
    const { frozen, errata = [] } = report;
    const differences = isFrozen(report)
      ? await inTurn({ person }, () => sinceFrozen(reads, report, frozenLanguage(report, readerLanguage(language))))
      : undefined;
    return {
      body: {
        report: reportRef(report),
        ...(frozen && { frozenOn: frozen.on }),
        errata,
        ...(differences && { differences: [...differences] }),
      },
    };
  },
});
