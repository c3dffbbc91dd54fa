import {
  DomainError,
  dateText,
  type Id,
  LocalizedText,
  type Organization,
  type Report,
  type Settings,
  textIn,
} from "@heed/core";
import { responseDeadlineOf } from "@heed/core/follow-up/replay/prepared-case";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import type { ReportDetail } from "@heed/core/read-models/report-detail";
import type { FormerReport } from "@heed/core/report/former-report";
import type { Command } from "commander";
import pc from "picocolors";
import { theReport } from "../named/the-report.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
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
      requireLanguageFits(options);
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
      {
        head: "Title",
        wide: true,
        of: ({ title, authenticLanguages }) => (title ? textIn(title, lang, authenticLanguages) : ""),
      },
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
        requireLanguageFits(options);
        await withTracker(command, async (local) => {
          const tracker = seeingDrafts(local, options.drafts);
          const { reads, reader, today: asOf } = tracker;
          const id = await theReport(tracker, reference);
          const detail = await reads.report(reader, id);
          if (detail === undefined) throw new DomainError("notFound", `there is no report ${reference}`);
          const { items, total = 0 } = await reads.recommendations(reader, { asOf, report: [id] }, { withTotal: true });
          if (options.format === "json") return writeJson({ ...detail, total, items });
          const bodies = await reads.organizationsById(
            [detail.report, ...detail.formerVersions.map(({ report }) => report)].map(({ issuingBody }) => issuingBody),
          );
          await write(showText(detail, bodies, items, tracker.settings, options.lang));
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
  bodies: ReadonlyMap<Id, Organization>,
  recommendations: readonly RecommendationSummary[],
  settings: Settings,
  lang: string | undefined,
): string {
  const issuingBody = bodies.get(report.issuingBody);
  const named = (each: Report) => ({ ...each, issuingBody: bodies.get(each.issuingBody)?.code ?? each.issuingBody });
  return [
    `${pc.bold(report.reference)}${report.title ? `  ${textIn(report.title, lang, report.authenticLanguages)}` : ""}\n`,
    `${report.status === "draft" ? "Draft" : publishedLine(report)}, about ${report.reportingYear}, version ${version}\n`,
    ...(issuingBody ? [`By ${textIn(issuingBody.name, lang)}\n`] : []),
    ...transmissionLines(report),
    periodLine(report, settings),
    `\n${plural(recommendations.length, "recommendation")}\n`,
    ...recommendations.map(
      (each) =>
        `  ${each.reference}${each.title ? `  ${textIn(each.title, lang, report.authenticLanguages)}` : ""}: ${addresseesText(each, recommendations, lang)}\n`,
    ),
    ...formerVersions.map((former, index) =>
      formerText({ ...former, report: named(former.report) }, named(formerVersions[index + 1]?.report ?? report)),
    ),
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

/** Those to whom it is addressed, or its parts, which have addressees of their own. */
function addresseesText(
  { id, followUps }: RecommendationSummary,
  all: readonly RecommendationSummary[],
  lang: string | undefined,
): string {
  const parts = all.filter(({ partOf }) => partOf === id).map(({ reference }) => reference);
  const names = followUps.map(
    ({ addressee, role }) => `${textIn(addressee.name, lang)}${role === "lead" ? "" : ` (${words(role)})`}`,
  );
  return [...names, ...(parts.length > 0 ? [`in its parts ${parts.join(", ")}`] : [])].join("; ") || "nobody";
}

/** What a correction replaced: each property that the next version has otherwise, as it was. */
function formerText({ report, replacedAt, replacedBy }: FormerReport, next: Report): string {
  const after = next as Readonly<Record<string, unknown>>;
  const changed = Object.entries({ ...report, ...absentIn(report, next) }).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(after[name]),
  );
  const lines = changed.map(([name, value]) => `  ${words(name)}: ${propertyText(value)}`);
  return `\n${pc.bold("Before a correction")}, until ${replacedAt} (${replacedBy})\n${lines.join("\n")}\n`;
}

/** The properties that only the newer version has. */
function absentIn(older: Report, newer: Report): Record<string, undefined> {
  const names = Object.keys(newer).filter((name) => !Object.hasOwn(older, name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

function propertyText(value: unknown): string {
  if (value === undefined) return "none";
  if (value === null || typeof value !== "object") return String(value);
  const text = LocalizedText.safeParse(value);
  if (text.success)
    return Object.entries(text.data)
      .map(([language, each]) => `${each} (${language})`)
      .join("; ");
  const parts = Array.isArray(value)
    ? value.map((each) => propertyText(each))
    : Object.entries(value).map(([name, each]) => `${words(name)} ${propertyText(each)}`);
  return parts.join(", ");
}
