import { DomainError, type Id, LocalizedText, type Organization, type Report, type Settings, textIn } from "@heed/core";
import { responseDeadlineOf } from "@heed/core/follow-up/replay/prepared-case";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import type { ReportDetail } from "@heed/core/read-models/report-detail";
import type { FormerReport } from "@heed/core/report/former-report";
import { reportColumns } from "@heed/core/tables/register-columns";
import { periodIn } from "@heed/core/wording/period-in";
import { readerLanguage } from "@heed/core/wording/reader-language";
import type { Command } from "commander";
import pc from "picocolors";
import { type Say, sayIn } from "../messages/say.ts";
import { filterOf } from "../named/filter.ts";
import { theReport } from "../named/the-report.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import {
  type Day,
  draftsOption,
  type Format,
  formatOption,
  languageOption,
  limitOption,
  listFormatOption,
  repeatable,
  yearsOption,
} from "../options/options.ts";
import { warnIfEmpty } from "../present/filter-text.ts";
import { table } from "../present/table.ts";
import { titleText } from "../present/title-text.ts";
import { words } from "../present/words.ts";
import { seeingDrafts, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { isTable, writeTable } from "../process/write-table.ts";
import { addReportActionPlan } from "./report-action-plan.ts";
import { addReportErrata } from "./report-errata.ts";
import { addReportMatrix } from "./report-matrix.ts";
import { addReportReply } from "./report-reply.ts";
import { addReportWrite } from "./report-write.ts";

export function addReport(program: Command): void {
  const report = program.command("report").description("The published documents that carry recommendations");
  addList(report);
  addShow(report);
  addReportWrite(report);
  addReportActionPlan(report);
  addReportErrata(report);
  addReportReply(report);
  addReportMatrix(report);
}

type ListOptions = {
  year?: number[];
  by?: string[];
  drafts?: boolean;
  limit?: number;
  format: Format;
  lang?: string;
};

function addList(report: Command): void {
  report
    .command("list")
    .description("Reports, the newest reporting year first")
    .addOption(yearsOption())
    .addOption(repeatable("--by <name>", "the issuing body, by id, code or name"))
    .addOption(draftsOption())
    .addOption(limitOption())
    .addOption(listFormatOption())
    .addOption(languageOption())
    .action(async (options: ListOptions, command: Command) => {
      requireLanguageFits(options);
      await withTracker(command, async (local) => {
        const tracker = seeingDrafts(local, options.drafts);
        const { reads, reader } = tracker;
        const asked = { reportingYear: options.year, issuingBody: options.by };
        const { items, total = 0 } = await reads.reports(reader, await filterOf(tracker, asked), {
          withTotal: true,
          ...(options.limit === undefined ? {} : { limit: options.limit }),
        });
        if (isTable(options.format)) await writeTable(options.format, reportColumns, [items], options.lang);
        else if (options.format === "json") await writeJson({ total, items });
        else await write(`${sayIn(options.lang).report.count(total)}\n\n${listText(items, options.lang)}`);
        await warnIfEmpty(tracker, total, options);
      });
    });
}

function listText(items: readonly Awaited<ReturnType<Tracker["reads"]["reports"]>>["items"][number][], lang?: string) {
  const say = sayIn(lang);
  return table(
    [
      { head: say.heads.reference, of: ({ reference }) => reference },
      { head: say.heads.about, of: ({ reportingYear }) => String(reportingYear) },
      {
        head: say.heads.published,
        of: (report) => (report.status === "draft" ? say.report.draft : publishedText(report, say)),
      },
      { head: say.heads.by, wide: true, of: ({ issuingBodyName }) => textIn(issuingBodyName, lang) },
      {
        head: say.heads.title,
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

function publishedText({ publishedOn, publishedOnPrecision, publishedOnAbsent = "" }: Report, say: Say): string {
  return publishedOn === undefined ? publishedOnAbsent : say.date(publishedOn, publishedOnPrecision);
}

function publishedLine(report: Report, say: Say): string {
  if (report.status === "draft") return say.report.draftAtTheBeginning;
  const text = publishedText(report, say);
  return report.publishedOn === undefined ? say.report.publishedUnknown(text) : say.report.published(text);
}

function showText(
  { report, version, formerVersions }: ReportDetail,
  bodies: ReadonlyMap<Id, Organization>,
  recommendations: readonly RecommendationSummary[],
  settings: Settings,
  lang: string | undefined,
): string {
  const issuingBody = bodies.get(report.issuingBody);
  const say = sayIn(lang);
  const named = (each: Report) => ({ ...each, issuingBody: bodies.get(each.issuingBody)?.code ?? each.issuingBody });
  return [
    `${pc.bold(report.reference)}${report.title ? `  ${textIn(report.title, lang, report.authenticLanguages)}` : ""}\n`,
    `${say.report.about(publishedLine(report, say), report.reportingYear, version)}\n`,
    ...(issuingBody ? [`${say.report.by(textIn(issuingBody.name, lang))}\n`] : []),
    ...transmissionLines(report, say),
    periodLine(report, settings, say, lang),
    `\n${say.recommendation.count(recommendations.length)}\n`,
    ...recommendations.map(
      (each) =>
        `  ${each.reference}${titleText(each, report, lang) && `  ${titleText(each, report, lang)}`}: ${addresseesText(each, recommendations, say, lang)}\n`,
    ),
    ...formerVersions.map((former, index) =>
      formerText({ ...former, report: named(former.report) }, named(formerVersions[index + 1]?.report ?? report), say),
    ),
  ].join("");
}

function transmissionLines(report: Report, { report: { transmitted } }: Say): string[] {
  const days: [(day: Day) => string, Day | undefined][] = [
    [transmitted.government, report.transmittedToGovernmentOn],
    [transmitted.parliament, report.transmittedToParliamentOn],
    [transmitted.field, report.transmittedToFieldOn],
  ];
  return days.flatMap(([told, on]) => (on === undefined ? [] : [`${told(on)}\n`]));
}

/** D1: how long the addressees have to answer, from when, and by which day where that is known. */
function periodLine(report: Report, settings: Settings, say: Say, lang: string | undefined): string {
  const { responsePeriod } = report;
  if (responsePeriod === "none") return `${say.report.noResponse}\n`;
  const { due, reason } = responseDeadlineOf(report, settings);
  const { period = "", from = "" } = reason.facts ?? {};
  const set = responsePeriod === undefined ? say.report.periodOfInstallation : "";
  const until = due === undefined ? say.report.notDueUntil : say.report.dueBy(due);
  const told = say.report.responsesDue(periodIn(readerLanguage(lang), period), say.label("periodStart", String(from)));
  return `${told}${until}${set}\n`;
}

/** Those to whom it is addressed, or its parts, which have addressees of their own. */
function addresseesText(
  { id, followUps }: RecommendationSummary,
  all: readonly RecommendationSummary[],
  say: Say,
  lang: string | undefined,
): string {
  const parts = all.filter(({ partOf }) => partOf === id).map(({ reference }) => reference);
  const names = followUps.map(
    ({ addressee, role }) => `${textIn(addressee.name, lang)}${role === "lead" ? "" : ` (${say.label("role", role)})`}`,
  );
  const within = parts.length > 0 ? [say.report.inItsParts(parts.join(", "))] : [];
  return [...names, ...within].join("; ") || say.report.nobody;
}

/** What a correction replaced: each property that the next version has otherwise, as it was. */
function formerText({ report, replacedAt, replacedBy }: FormerReport, next: Report, say: Say): string {
  const after = next as Readonly<Record<string, unknown>>;
  const changed = Object.entries({ ...report, ...absentIn(report, next) }).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(after[name]),
  );
  const lines = changed.map(
    ([name, value]) => `  ${say.report.properties[name] ?? words(name)}: ${propertyText(value, say)}`,
  );
  return `\n${pc.bold(say.report.beforeCorrection)}, ${say.recommendation.until(replacedAt, replacedBy)}\n${lines.join("\n")}\n`;
}

/** The properties that only the newer version has. */
function absentIn(older: Report, newer: Report): Record<string, undefined> {
  const names = Object.keys(newer).filter((name) => !Object.hasOwn(older, name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

function propertyText(value: unknown, say: Say): string {
  if (value === undefined) return say.none;
  if (value === null || typeof value !== "object") return String(value);
  const text = LocalizedText.safeParse(value);
  if (text.success)
    return Object.entries(text.data)
      .map(([language, each]) => `${each} (${language})`)
      .join("; ");
  const parts = Array.isArray(value)
    ? value.map((each) => propertyText(each, say))
    : Object.entries(value).map(([name, each]) => `${words(name)} ${propertyText(each, say)}`);
  return parts.join(", ");
}
