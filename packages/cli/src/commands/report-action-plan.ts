import { type Day, DomainError } from "@heed/core";
import type { Command } from "commander";
import { theReport } from "../named/the-report.ts";
import { asOfOption, languageOption } from "../options/options.ts";
import { withTracker } from "../process/tracker.ts";
import { inOnePiece, writePieces } from "../process/write-pieces.ts";

type Options = { asOf?: Day; lang?: string; to?: string };

export function addReportActionPlan(report: Command): void {
  report
    .command("action-plan <report>")
    .description(
      "The follow-up of a report as a plan of action and milestones of OSCAL, for tools of audit and of risk",
    )
    .addOption(asOfOption())
    .addOption(languageOption())
    .option("--to <file>", "the file (default: standard output)")
    .action((named: string, { asOf, lang, to }: Options, command: Command) =>
      withTracker(command, async (tracker) => {
        const { reads, reader, today } = tracker;
        const id = await theReport(tracker, named);
        const detail = await reads.report(reader, id);
        if (detail === undefined) throw new DomainError("notFound", `there is no report with the id ${id}`);
        const { readActionPlan } = await import("@heed/files");
        const plan = await readActionPlan(reads, reader, detail.report, { asOf: asOf ?? today, language: lang });
        await writePieces(
          to,
          inOnePiece(() => `${JSON.stringify(plan, undefined, 2)}\n`),
        );
      }),
    );
}
