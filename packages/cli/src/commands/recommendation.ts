import { type Day, type Recommendation, type Report, ReportedLevel, textIn } from "@heed/core";
import type { FollowUpSummary } from "@heed/core/read-models/follow-up-summary";
import type { Ground } from "@heed/core/read-models/ground";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import type { LinkedRecommendation } from "@heed/core/read-models/recommendation-ref";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import type { FormerVersion } from "@heed/core/recommendation/former-version";
import { recommendationColumns, recommendationRows } from "@heed/core/tables/recommendation-columns";
import type { Command } from "commander";
import pc from "picocolors";
import { type Say, sayIn } from "../messages/say.ts";
import { askedNames, recommendationFilterOf } from "../named/recommendation-filter.ts";
import { notFound, theRecommendation } from "../named/the-recommendation.ts";
import { requireFitsFormat, requireLanguageFits } from "../options/fits-format.ts";
import {
  asOfOption,
  draftsOption,
  type Format,
  formatOption,
  languageOption,
  limitOption,
  listFormatOption,
  repeatable,
} from "../options/options.ts";
import { type RecommendationOptions, withRecommendationFilters } from "../options/recommendation-filters.ts";
import { askedTimesText } from "../present/asked-times.ts";
import { filterText, warnIfEmpty } from "../present/filter-text.ts";
import { moreText } from "../present/obligation-columns.ts";
import { organizationJson } from "../present/organization-json.ts";
import { standingJson, standingText } from "../present/recommendation-standing.ts";
import { responsibleText, successionText } from "../present/responsible.ts";
import { tellSuccessors } from "../present/successor-text.ts";
import { type Column, table } from "../present/table.ts";
import { titleText } from "../present/title-text.ts";
import { bothLevels, dayText, lifecycleText, timelinessText } from "../present/words.ts";
import { seeingDrafts, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { isTable, writeTable } from "../process/write-table.ts";
import { addRecommendationFacets } from "./recommendation-facets.ts";
import { withYears, yearsOf, yearsText } from "./recommendation-years.ts";

type ListOptions = RecommendationOptions & { byYear?: boolean; limit?: number; format: Format; lang?: string };

export function addRecommendation(program: Command): void {
  const recommendation = program.command("recommendation").description("Recommendations and their follow-ups");
  withRecommendationFilters(
    recommendation.command("list").description("Recommendations that match, the newest reporting year first"),
  )
    .option(
      "--by-year",
      "what was reported and found in each reporting year, and what the source says; of follow-ups with a reported level, unless --reported asks for others",
    )
    .addOption(limitOption())
    .addOption(listFormatOption())
    .addOption(languageOption())
    .action(async (options: ListOptions, command: Command) => {
      await withTracker(command, (tracker) => list(tracker, options));
    });
  addRecommendationFacets(recommendation);
  recommendation
    .command("show <reference>")
    .description("One recommendation, its parts and follow-ups, and their standing")
    .addOption(repeatable("--report <reference>", "the report, where several have the reference"))
    .addOption(draftsOption())
    .addOption(asOfOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(
      async (
        reference: string,
        options: { asOf?: Day; report?: string[]; drafts?: boolean; format: Format; lang?: string },
        command: Command,
      ) => {
        requireLanguageFits(options);
        await withTracker(command, async (local) => {
          const tracker = seeingDrafts(local, options.drafts);
          const asOf = options.asOf ?? tracker.today;
          const { id } = await theRecommendation(tracker, reference, options.report, asOf);
          const detail = await tracker.reads.recommendation(tracker.reader, id, asOf);
          if (detail === undefined) throw notFound(reference);
          const formerVersions = await tracker.reads.formerVersions(tracker.reader, id);
          if (options.format === "json")
            return writeJson({
              asOf,
              ...detail,
              standing: standingJson(detail.standing),
              ...(formerVersions.length > 0 && { formerVersions }),
            });
          await write(detailText(detail, asOf, options.lang) + formerText(formerVersions, detail.report, options.lang));
        });
      },
    );
}

async function list(tracker: Tracker, options: ListOptions): Promise<void> {
  // What was reported in each year is asked of those that reported something.
  const { reported = options.byYear ? ReportedLevel.exclude(["notReported"]).options : undefined } = options;
  const filter = await recommendationFilterOf(tracker, { ...options, reported });
  const { asOf, knownAt } = filter;
  const { items, total = 0 } = await tracker.reads.recommendations(tracker.reader, filter, {
    withTotal: true,
    ...(options.limit === undefined ? {} : { limit: options.limit }),
  });
  if (isTable(options.format)) {
    requireFitsFormat(
      options.format,
      { "--by-year": options.byYear },
      "a row tells how it stands on the day; leave it out",
    );
    await writeTable(options.format, recommendationColumns, [recommendationRows(items)], options.lang);
    await warnIfEmpty(tracker, total, options);
    return tellSuccessors(tracker, filter.responsible, asOf, options);
  }
  const years = options.byYear ? await yearsOf(tracker, items, asOf, knownAt) : undefined;
  if (options.format === "json") {
    const told = items.map((item) => summaryJson(item, options.lang));
    await writeJson({ asOf, total, items: years ? withYears(told, years) : told });
    await warnIfEmpty(tracker, total, options);
    return tellSuccessors(tracker, filter.responsible, asOf, options);
  }
  const shown = items.map(withThoseAskedFor);
  const say = sayIn(options.lang);
  const text = years ? yearsText(shown, years, options.lang) : listText(shown, options.lang, options);
  const left = count(items) - count(shown);
  const found = `${say.recommendation.count(total)} ${say.on(dayText(say, asOf, options.knownAt))}`;
  await write(total === 0 ? `${found}${filterText(askedNames(options), say)}\n` : `${found}\n${text}`);
  if (left > 0) await write(`\n${say.recommendation.othersDoNotMatch(left)}\n`);
  const open = items.flatMap((item) => openText(item, options.lang).map((line) => `${item.reference}: ${line}\n`));
  if (open.length > 0) await write(`\n${open.join("")}`);
  await warnIfEmpty(tracker, total, options);
  await write(moreText(total - items.length, say));
  await tellSuccessors(tracker, filter.responsible, asOf, options);
}

/** A recommendation with those of its follow-ups that the list was asked for; with all where none is. */
function withThoseAskedFor(summary: RecommendationSummary): RecommendationSummary {
  const followUps = summary.followUps.filter(({ matches }) => matches === true);
  return followUps.length === 0 ? summary : { ...summary, followUps };
}

function count(items: readonly RecommendationSummary[]): number {
  return items.reduce((sum, { followUps }) => sum + followUps.length, 0);
}

/** Names and titles in the same form as in `heed overdue`. */
function summaryJson(summary: RecommendationSummary, lang: string | undefined) {
  return {
    ...summary,
    ...(summary.title && { title: textIn(summary.title, lang, summary.report.authenticLanguages) }),
    ...(summary.beginning && { beginning: textIn(summary.beginning, lang, summary.report.authenticLanguages) }),
    issuingBody: organizationJson(summary.issuingBody, lang),
    followUps: summary.followUps.map((followUp) => ({
      ...followUp,
      addressee: organizationJson(followUp.addressee, lang),
      responsible: organizationJson(followUp.responsible, lang),
      ...(followUp.openSuccessions && {
        openSuccessions: followUp.openSuccessions.map((each) => ({
          ...each,
          organization: organizationJson(each.organization, lang),
          candidates: each.candidates.map((candidate) => organizationJson(candidate, lang)),
        })),
      }),
    })),
  };
}

type Line = { summary: RecommendationSummary; followUp?: FollowUpSummary; first: boolean };

function listText(
  items: readonly RecommendationSummary[],
  lang: string | undefined,
  asked: Pick<ListOptions, "longOutstanding" | "acceptanceWithdrawn"> = {},
): string {
  if (items.length === 0) return "";
  const say = sayIn(lang);
  const lines: Line[] = items.flatMap((summary): Line[] =>
    summary.followUps.length === 0
      ? [{ summary, first: true }]
      : summary.followUps.map((followUp, index) => ({ summary, followUp, first: index === 0 })),
  );
  return `\n${table<Line>(
    [
      { head: say.heads.recommendation, of: ({ summary, first }) => (first ? pc.bold(summary.reference) : "") },
      { head: say.heads.report, of: ({ summary, first }) => (first ? summary.report.reference : "") },
      {
        head: say.heads.title,
        wide: true,
        of: ({ summary, first }) => (first ? titleText(summary, summary.report, lang) : ""),
      },
      ...[...followUpColumns(say, lang), ...dayColumns(say, asked)].map((column) => ({
        ...column,
        of: ({ followUp }: Line) => (followUp ? column.of(followUp) : ""),
      })),
    ],
    lines,
  )}`;
}

function followUpColumns(say: Say, lang: string | undefined): Column<FollowUpSummary>[] {
  return [
    { head: say.heads.by, wide: true, of: (each) => byText(each, say, lang) },
    { head: say.heads.position, below: true, of: ({ position }) => (position ? say.label("position", position) : "") },
    {
      head: say.heads.levels,
      below: true,
      of: ({ reported, assessed }) => (reported && assessed ? bothLevels(say, { reported, assessed }) : ""),
    },
    {
      head: say.heads.lifecycle,
      below: true,
      of: ({ lifecycle, closureReason }) =>
        lifecycle ? lifecycleText(say, { lifecycle, closureReason }) : say.notYetPublished,
    },
    {
      head: say.heads.timeliness,
      below: true,
      of: ({ timeliness }) => (timeliness ? timelinessText(say, timeliness) : ""),
    },
  ];
}

/** The day and the days of those that are asked for by them. */
function dayColumns(
  say: Say,
  { longOutstanding, acceptanceWithdrawn }: Pick<ListOptions, "longOutstanding" | "acceptanceWithdrawn">,
): Column<FollowUpSummary>[] {
  return [
    ...(longOutstanding
      ? [{ head: say.heads.firstAsked, below: true, of: (each: FollowUpSummary) => firstAskedText(each, say) }]
      : []),
    ...(acceptanceWithdrawn
      ? [{ head: say.heads.acceptanceWithdrawn, below: true, of: (each: FollowUpSummary) => withdrawnText(each, say) }]
      : []),
  ];
}

function firstAskedText(
  { firstAsked, firstAskedPrecision, daysSinceFirstAsked, longOutstanding }: FollowUpSummary,
  say: Say,
): string {
  if (firstAsked === undefined || !longOutstanding) return "";
  return say.asked.ago(say.date(firstAsked, firstAskedPrecision), daysSinceFirstAsked ?? 0);
}

function withdrawnText({ acceptanceWithdrawnOn, daysOverdueWhenWithdrawn }: FollowUpSummary, say: Say): string {
  if (acceptanceWithdrawnOn === undefined) return "";
  const days =
    daysOverdueWhenWithdrawn === undefined ? "" : `, ${say.asked.overdueUntilThen(daysOverdueWhenWithdrawn)}`;
  return `${acceptanceWithdrawnOn}${days}`;
}

function byText(
  { addressee, responsible, responsibleState, coordinator, role }: FollowUpSummary,
  say: Say,
  lang: string | undefined,
): string {
  const state = responsibleState === undefined ? "" : ` (${say.unsettled[responsibleState]})`;
  const name = `${responsibleText({ addressee, responsible }, lang)}${state}`;
  const through =
    coordinator === undefined ? "" : ` (${say.recommendation.coordinatedBy(textIn(coordinator.name, lang))})`;
  return `${name}${through}${role === "lead" ? "" : ` (${say.label("role", role)})`}`;
}

/** What an editor may decide about the follow-ups of a recommendation, each as a line (R41). */
function openText({ followUps }: Pick<RecommendationSummary, "followUps">, lang: string | undefined): string[] {
  return followUps.flatMap(({ id, openSuccessions = [] }) =>
    openSuccessions.map((each) => successionText(each, id, lang)),
  );
}

function formerText(
  versions: readonly FormerVersion[],
  { authenticLanguages }: Pick<Report, "authenticLanguages">,
  lang: string | undefined,
): string {
  const say = sayIn(lang);
  return versions
    .map(({ recommendation, replacedAt, replacedBy }) => {
      const { version, reference, title, text, textAbsent } = recommendation;
      const told = [title, text].flatMap((each) =>
        each === undefined ? [] : [textIn(each, lang, authenticLanguages)],
      );
      const absent = text === undefined && textAbsent !== undefined ? [say.recommendation.noText(textAbsent)] : [];
      const lines = [...themesAndDue(recommendation, say), ...told, ...absent];
      return `\n${pc.bold(say.recommendation.version(version))} (${reference}), ${say.recommendation.until(replacedAt, replacedBy)}\n${lines.join("\n")}\n`;
    })
    .join("");
}

/** The lines of the themes and the due date; of a version before a correction as well. */
function themesAndDue({ themes = [], implementationDue }: Partial<Recommendation>, say: Say): string[] {
  const { on, precision, wording } = implementationDue ?? {};
  return [
    ...(themes.length > 0 ? [say.recommendation.themes(themes.join(", "))] : []),
    ...(on === undefined
      ? []
      : [say.recommendation.due(`${say.date(on, precision)}${wording ? say.recommendation.quoted(wording) : ""}`)]),
  ];
}

/** R15: asked three times since 2010-10-25: 2009-01 (2009), … */
function lineText(asked: RecommendationDetail["asked"], line: RecommendationDetail["line"], say: Say): string {
  const all = line.map(({ reference, report }) => `${reference} (${report.reference})`).join(", ");
  return `${askedTimesText(asked, say)}; ${say.asked.line(all)}`;
}

function linkText(
  { type, on, echoes, reason, from, to }: RecommendationDetail["links"][number],
  id: string,
  say: Say,
  lang: string | undefined,
): string {
  const named = (each: LinkedRecommendation) => {
    const title = titleText(each, each.report, lang);
    return `${say.recommendation.ofReport(each.reference, each.report.reference)}${title && ` (${title})`}`;
  };
  const label = say.label("linkType", type);
  const told =
    from.id === id
      ? say.recommendation.links(label, to ? named(to) : (echoes ?? ""))
      : say.recommendation.isLinked(named(from), label);
  return `${told}${say.recommendation.linkedFrom(on)}${reason ? say.because(reason) : ""}`;
}

function groundText({ on, year, place, reason, item, section }: Ground, say: Say, lang: string | undefined): string {
  const named = item
    ? `${item.reference} (${textIn(item.title, lang)})`
    : section && say.recommendation.ofReport(section.reference, section.reportReference);
  const told = [named, year, place].filter((each) => each !== undefined).join(", ");
  const label = say.label("linkType", "restsOn");
  return `${say.recommendation.links(label, told)}${say.recommendation.linkedFrom(on)}${reason ? say.because(reason) : ""}`;
}

function detailText(detail: RecommendationDetail, asOf: Day, lang: string | undefined): string {
  const { recommendation, formerReferences = [], report, issuingBody, standing, followUps, parts } = detail;
  const { asked, line, links } = detail;
  const say = sayIn(lang);
  const published = report.publishedOn
    ? say.followUp.published(say.date(report.publishedOn, report.publishedOnPrecision))
    : "";
  const lines = [
    `${pc.bold(recommendation.reference)}${recommendation.title ? `  ${textIn(recommendation.title, lang, report.authenticLanguages)}` : ""}`,
    say.recommendation.report(report.reference, textIn(issuingBody.name, lang), report.reportingYear, published),
    ...(recommendation.version > 1 ? [say.recommendation.corrected(recommendation.version)] : []),
    ...(formerReferences.length > 0 ? [say.recommendation.formerly(formerReferences.join(", "))] : []),
    ...themesAndDue(recommendation, say),
    ...(line.length > 1 ? [lineText(asked, line, say)] : []),
    ...links.map((link) => linkText(link, recommendation.id, say, lang)),
    ...detail.grounds.map((ground) => groundText(ground, say, lang)),
    "",
    recommendation.text
      ? textIn(recommendation.text, lang, report.authenticLanguages)
      : say.recommendation.noText(recommendation.textAbsent ?? say.recommendation.noTextGiven),
    "",
    standingText(standing, asOf, asOf, report, say),
  ];
  if (followUps.length > 0) lines.push("", table(followUpColumns(say, lang), followUps).trimEnd());
  const open = [{ followUps }, ...parts].flatMap((each) => openText(each, lang));
  if (open.length > 0) lines.push("", ...open);
  if (parts.length > 0) lines.push("", pc.bold(say.recommendation.parts), listText(parts, lang).trimEnd());
  if (recommendation.source?.illustrative) lines.push("", pc.dim(say.illustrative));
  return `${lines.join("\n")}\n`;
}
