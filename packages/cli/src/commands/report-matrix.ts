import type { Day } from "@heed/core";
import type { DocumentLanguage } from "@heed/core/document/document";
import { type MatrixStyle, matrixDocument, matrixStyles } from "@heed/core/report-document/matrix-document";
import { type Command, Option } from "commander";
import { theReport } from "../named/the-report.ts";
import { withDocumentOptions } from "../options/document-options.ts";
import { asOfOption } from "../options/options.ts";
import { withTracker } from "../process/tracker.ts";
import { type Written, writtenDocument } from "./written-document.ts";

type Options = Written & { style: MatrixStyle; asOf?: Day; lang: DocumentLanguage };

export function addReportMatrix(report: Command): void {
  withDocumentOptions(
    report
      .command("matrix <report>")
      .description(
        "A report's recommendations in the table of another body, such as that of the Universal Periodic Review",
      )
      .addOption(new Option("--style <style>", "whose table").choices(matrixStyles).default("upr"))
      .addOption(asOfOption()),
  ).action((named: string, { style, asOf, lang, ...written }: Options, command: Command) =>
    withTracker(command, async (tracker) => {
      const { reads, reader, today } = tracker;
      const id = await theReport(tracker, named);
      const document = await matrixDocument(reads, reader, id, { style, language: lang, asOf: asOf ?? today });
      await writtenDocument(document, written);
    }),
  );
}
