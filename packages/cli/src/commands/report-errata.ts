import { DomainError, type Report } from "@heed/core";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import type { ReportErratum } from "@heed/core/report/frozen-report";
import type { DocumentDifference } from "@heed/core/report-document/document-differences";
import { type Frozen, frozenLanguage, isFrozen, sinceFrozen } from "@heed/core/report-document/report-errata";
import { readerLanguage } from "@heed/core/wording/reader-language";
import type { Command } from "commander";
import { type Say, sayIn } from "../messages/say.ts";
import { theReport } from "../named/the-report.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import { type Format, formatOption, languageOption } from "../options/options.ts";
import { withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";

type Options = { format: Format; lang?: string };

export function addReportErrata(report: Command): void {
  report
    .command("errata <report>")
    .description("What was found wrong in a frozen report, and what the record says otherwise since")
    .addOption(formatOption())
    .addOption(languageOption())
    .action((named: string, options: Options, command: Command) => {
      requireLanguageFits(options);
      return withTracker(command, async (tracker) => {
        const { reads, reader } = tracker;
        const detail = await reads.report(reader, await theReport(tracker, named));
        if (detail === undefined) throw new DomainError("notFound", `there is no report ${named}`);
        const { report } = detail;
        if (options.format === "json") return writeJson(await inAllLanguages(reads, report));
        const say = sayIn(options.lang);
        if (!isFrozen(report)) return write(`${say.errata.notFrozen}\n`);
        const language = frozenLanguage(report, readerLanguage(options.lang));
        await write(errataText(report, await sinceFrozen(reads, report, language), say));
      });
    });
}

async function inAllLanguages(reads: TrackerReads, report: Report) {
  const { frozen, errata = [] } = report;
  if (!isFrozen(report)) return { errata };
  const differences: Record<string, readonly DocumentDifference[] | undefined> = {};
  for (const language of new Set(report.frozen.documents.map((each) => each.language)))
    differences[language] = await sinceFrozen(reads, report, language);
  return { frozenOn: frozen?.on, errata, differences };
}

function errataText(
  { frozen, errata = [] }: Frozen,
  differences: readonly DocumentDifference[] | undefined,
  { errata: words }: Say,
): string {
  const told = errata.map(({ recordedAt, actor, text }: ReportErratum) => `  ${recordedAt} ${actor}: ${text}\n`);
  const others = (differences ?? []).map(
    ({ section, was, is }) =>
      `  ${section.join(" > ")}\n${was === undefined ? "" : `    ${words.was}: ${was}\n`}${is === undefined ? "" : `    ${words.is}: ${is}\n`}`,
  );
  const heading = differences === undefined ? words.unknown : others.length === 0 ? words.nothing : words.since;
  return [
    `${words.frozenOn(frozen.on)}\n`,
    ...(told.length > 0 ? [`\n${words.told}\n`, ...told] : []),
    `\n${heading}\n`,
    ...others,
  ].join("");
}
