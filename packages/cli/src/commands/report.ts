import { DomainError, dateText, type Organization, type Report, type Settings, textIn } from "@heed/core";
import { responseDeadlineOf } from "@heed/core/follow-up/replay/prepared-case";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import type { ReportDetail } from "@heed/core/read-models/report-detail";
import type { FormerReport } from "@heed/core/report/former-report";
import type { Command } from "commander";
import pc from "picocolors";
import { theReport } from "../named/the-report.ts";
import { type Day, draftsOption, type Format, formatOption, languageOption, limitOption } from "../options/options.ts";
import { warnIfEmpty } from "../present/filter-text.ts";
import { table } from "../present/table.ts";
import { plural, words } from "../present/words.ts";
import { seeingDrafts, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";

export function addReport(program: Command): void {
  const report = program.command("report").description("The published documents that carry recommendations");
  addList(report);
  addShow(report);
}

function addList(report: Command): void {
  report
    .command("list")
    .description("Reports, the newest reporting year first")
    .addOption(draftsOption())
    .addOption(limitOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (options: { drafts?: boolean; limit?: number; format: Format; lang?: string }, command: Command) => {
      await withTracker(command, async (local) => {
        const tracker = seeingDrafts(local, options.drafts);
        const { reads, reader } = tracker;
        const { items, total = 0 } = await reads.reports(reader, {
          withTotal: true,
          ...(options.limit === undefined ? {} : { limit: options.limit }),
        });
        if (options.format === "json") await writeJson({ total, items });
        else await write(`${plural(total, "report")}\n\n${listText(items, options.lang)}`);
        await warnIfEmpty(tracker, total, options.format);
      });
    });
}

function listText(items: readonly Awaited<ReturnType<Tracker["reads"]["reports"]>>["items"][number][], lang?: string) {
  return table(
    [
      { head: "Reference", of: ({ reference }) => reference },
      { head: "About", of: ({ reportingYear }) => String(reportingYear) },
      {
        head: "Published",
        of: (report) => (report.status === "draft" ? "draft" : publishedText(report)),
      },
      { head: "By", wide: true, of: ({ issuingBodyName }) => textIn(issuingBodyName, lang) },
      { head: "Title", wide: true, of: ({ title }) => (title ? textIn(title, lang) : "") },
    ],
    items,
  );
}

function addShow(report: Command): void {
  report
    .command("show <reference>")
    .description("One report, with its recommendations and addressees, and its contents before each correction")
    .addOption(draftsOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(
      async (reference: string, options: { drafts?: boolean; format: Format; lang?: string }, command: Command) => {
        await withTracker(command, async (local) => {
          const tracker = seeingDrafts(local, options.drafts);
          const { reads, reader, today: asOf } = tracker;
          const id = await theReport(tracker, reference);
          const detail = await reads.report(reader, id);
          if (detail === undefined) throw new DomainError("notFound", `there is no report ${reference}`);
          const { items, total = 0 } = await reads.recommendations(reader, { asOf, report: [id] }, { withTotal: true });
          if (options.format === "json") return writeJson({ ...detail, total, items });
          const issuingBody = await reads.organization(detail.report.issuingBody);
          await write(showText(detail, issuingBody, items, tracker.settings, options.lang));
        });
      },
    );
}

function publishedText({ publishedOn, publishedOnPrecision, publishedOnAbsent = "" }: Report): string {
  return publishedOn === undefined ? publishedOnAbsent : dateText(publishedOn, publishedOnPrecision);
}

function publishedLine(report: Report): string {
  const text = publishedText(report);
  return report.publishedOn === undefined ? `Published on an unknown day${text && ` (${text})`}` : `Published ${text}`;
}

function showText(
  { report, version, formerVersions }: ReportDetail,
  issuingBody: Organization | undefined,
  recommendations: readonly RecommendationSummary[],
  settings: Settings,
  lang: string | undefined,
): string {
  return [
    `${pc.bold(report.reference)}${report.title ? `  ${textIn(report.title, lang)}` : ""}\n`,
    `${report.status === "draft" ? "Draft" : publishedLine(report)}, about ${report.reportingYear}, version ${version}\n`,
    ...(issuingBody ? [`By ${textIn(issuingBody.name, lang)}\n`] : []),
    ...transmissionLines(report),
    periodLine(report, settings),
    `\n${plural(recommendations.length, "recommendation")}\n`,
    ...recommendations.map(
      ({ reference, title, followUps }) =>
        `  ${reference}${title ? `  ${textIn(title, lang)}` : ""}: ${followUps.map(({ addressee, role }) => `${textIn(addressee.name, lang)}${role === "lead" ? "" : ` (${words(role)})`}`).join("; ") || "nobody"}\n`,
    ),
    ...formerVersions.map((former) => formerText(former)),
  ].join("");
}

function transmissionLines(report: Report): string[] {
  const days: [string, Day | undefined][] = [
    ["government", report.transmittedToGovernmentOn],
    ["parliament", report.transmittedToParliamentOn],
    ["the field", report.transmittedToFieldOn],
  ];
  return days.flatMap(([whom, on]) => (on === undefined ? [] : [`Transmitted to ${whom} ${on}\n`]));
}

/** D1: how long the addressees have to answer, from when, and by which day where that is known. */
function periodLine(report: Report, settings: Settings): string {
  const { responsePeriod } = report;
  if (responsePeriod === "none") return "No response is owed by a date\n";
  const { due, reason } = responseDeadlineOf(report, settings);
  const { period = "", from = "" } = reason.facts ?? {};
  const set = responsePeriod === undefined ? ", the period of the installation" : "";
  const until = due === undefined ? `: no response is due until the day of that is given` : `, by ${due}`;
  return `Responses are due ${period} after ${words(String(from))}${until}${set}\n`;
}

function formerText({ report, replacedAt, replacedBy }: FormerReport): string {
  const { id: _, ...said } = report;
  return `\n${pc.bold("Before a correction")}, until ${replacedAt} (${replacedBy})\n${JSON.stringify(said)}\n`;
}
