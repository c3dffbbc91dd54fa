import {
  AssessedLevel,
  type Day,
  dateText,
  Lifecycle,
  Position,
  type Recommendation,
  type Report,
  ReportedLevel,
  textIn,
} from "@heed/core";
import type { FollowUpSummary } from "@heed/core/read-models/follow-up-summary";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import type { LinkedRecommendation } from "@heed/core/read-models/recommendation-ref";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import type { FormerVersion } from "@heed/core/recommendation/former-version";
import type { Command } from "commander";
import pc from "picocolors";
import { filterOf } from "../named/filter.ts";
import { notFound, theRecommendation } from "../named/the-recommendation.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import {
  asOfOption,
  draftsOption,
  type Format,
  formatOption,
  knownAtOption,
  languageOption,
  limitOption,
  repeatable,
  yearsOption,
} from "../options/options.ts";
import { askedTimesText } from "../present/asked-times.ts";
import { filterText, warnIfEmpty } from "../present/filter-text.ts";
import { organizationJson } from "../present/organization-json.ts";
import { standingJson, standingText } from "../present/recommendation-standing.ts";
import { responsibleText, successionText, unsettled } from "../present/responsible.ts";
import { tellSuccessors } from "../present/successor-text.ts";
import { table } from "../present/table.ts";
import { coloured, dayText, plural, words } from "../present/words.ts";
import { knownAtOf, seeingDrafts, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { withYears, yearsOf, yearsText } from "./recommendation-years.ts";

type ListOptions = {
  asOf?: Day;
  knownAt?: string;
  search?: string;
  reference?: string[];
  report?: string[];
  year?: number[];
  theme?: string[];
  addressee?: string[];
  responsible?: string[];
  position?: Position[];
  reported?: ReportedLevel[];
  assessed?: AssessedLevel[];
  lifecycle?: Lifecycle[];
  divergent?: boolean;
  unverified?: boolean;
  longOutstanding?: boolean;
  acceptanceWithdrawn?: boolean;
  undecided?: boolean;
  withoutAddressee?: boolean;
  byYear?: boolean;
  limit?: number;
  format: Format;
  lang?: string;
};

export function addRecommendation(program: Command): void {
  const recommendation = program.command("recommendation").description("Recommendations and their follow-ups");
  recommendation
    .command("list")
    .description("Recommendations that match, the newest reporting year first")
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .option("--search <words>", "whole words of the reference, the title or the text; chiffre does not find chiffres")
    .addOption(repeatable("--reference <reference>", "the reference"))
    .addOption(repeatable("--report <reference>", "the report"))
    .addOption(yearsOption())
    .addOption(repeatable("--theme <theme>", "the theme"))
    .addOption(repeatable("--addressee <name>", "the addressee as printed"))
    .addOption(repeatable("--responsible <name>", "the organization responsible on that day"))
    .addOption(repeatable("--position <position>", "the addressee's position", Position.options))
    .addOption(repeatable("--reported <level>", "the level that the addressee reports", ReportedLevel.options))
    .addOption(
      repeatable(
        "--assessed <level>",
        "the level that the issuing body finds for an addressee (not one set by override-level)",
        AssessedLevel.options,
      ),
    )
    .addOption(repeatable("--lifecycle <state>", "is it still followed", Lifecycle.options))
    .option("--divergent", "the addressee claims that all is done, the issuing body finds less")
    .option("--unverified", "claimed as done and not yet verified")
    .option("--long-outstanding", "not closed, owing, and first asked five years ago or more")
    .option(
      "--acceptance-withdrawn",
      "the addressee declines what it had accepted, or accepted again past a date that it had missed",
    )
    .option("--undecided", "waits for an editor to decide who is responsible after a change of organizations")
    .option("--without-addressee", "nobody owes anything for it")
    .option(
      "--by-year",
      "what was reported and found in each reporting year, and what the source says; of follow-ups with a reported level, unless --reported asks for others",
    )
    .addOption(limitOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (options: ListOptions, command: Command) => {
      await withTracker(command, (tracker) => list(tracker, options));
    });
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
  const asOf = options.asOf ?? tracker.today;
  const {
    search: q,
    reference,
    report,
    year: reportingYear,
    theme,
    addressee,
    responsible,
    position,
    reported = options.byYear ? ReportedLevel.exclude(["notReported"]).options : undefined,
    assessed,
    lifecycle,
    divergent,
    unverified,
    longOutstanding,
    acceptanceWithdrawn,
    undecided,
    withoutAddressee,
  } = options;
  const asked = { q, reference, report, reportingYear, theme, addressee, responsible };
  const filter = await filterOf(tracker, asked);
  const known = knownAtOf(tracker, options.knownAt);
  const { items, total = 0 } = await tracker.reads.recommendations(
    tracker.reader,
    {
      asOf,
      ...known,
      ...filter,
      ...(position && { position }),
      ...(reported && { reported }),
      ...(assessed && { assessed }),
      ...(lifecycle && { lifecycle }),
      ...(divergent && { divergent }),
      ...(unverified && { unverified }),
      ...(longOutstanding && { longOutstanding }),
      ...(acceptanceWithdrawn && { acceptanceWithdrawn }),
      ...(undecided && { undecided }),
      ...(withoutAddressee && { withoutAddressee }),
    },
    { withTotal: true, ...(options.limit === undefined ? {} : { limit: options.limit }) },
  );
  const years = options.byYear ? await yearsOf(tracker, items, asOf, known.knownAt) : undefined;
  if (options.format === "json") {
    const told = items.map((item) => summaryJson(item, options.lang));
    await writeJson({ asOf, total, items: years ? withYears(told, years) : told });
    await warnIfEmpty(tracker, total, options.format);
    return tellSuccessors(tracker, filter.responsible, asOf, options);
  }
  const shown = items.map(withThoseAskedFor);
  const text = years ? yearsText(shown, years, options.lang) : listText(shown, options.lang, options);
  const left = count(items) - count(shown);
  const found = `${plural(total, "recommendation")} on ${dayText(asOf, options.knownAt)}`;
  await write(total === 0 ? `${found}${filterText(asked)}\n` : `${found}\n${text}`);
  if (left > 0)
    await write(
      `\n${plural(left, "other follow-up")} of these recommendations ${left === 1 ? "does" : "do"} not match.\n`,
    );
  const open = items.flatMap((item) => openText(item, options.lang).map((line) => `${item.reference}: ${line}\n`));
  if (open.length > 0) await write(`\n${open.join("")}`);
  await warnIfEmpty(tracker, total, options.format);
  if (items.length < total)
    await write(`\n${plural(total - items.length, "more is", "more are")} not shown (--limit).\n`);
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
  const lines: Line[] = items.flatMap((summary): Line[] =>
    summary.followUps.length === 0
      ? [{ summary, first: true }]
      : summary.followUps.map((followUp, index) => ({ summary, followUp, first: index === 0 })),
  );
  return `\n${table<Line>(
    [
      { head: "Recommendation", of: ({ summary, first }) => (first ? pc.bold(summary.reference) : "") },
      { head: "Report", of: ({ summary, first }) => (first ? summary.report.reference : "") },
      {
        head: "Title",
        wide: true,
        of: ({ summary, first }) =>
          first && summary.title ? textIn(summary.title, lang, summary.report.authenticLanguages) : "",
      },
      ...[...followUpColumns(lang), ...dayColumns(asked)].map((column) => ({
        ...column,
        of: ({ followUp }: Line) => (followUp ? column.of(followUp) : ""),
      })),
    ],
    lines,
  )}`;
}

function followUpColumns(lang: string | undefined) {
  return [
    { head: "By", wide: true, of: (each: FollowUpSummary) => byText(each, lang) },
    { head: "Position", below: true, of: ({ position }: FollowUpSummary) => (position ? words(position) : "") },
    {
      head: "Reported | assessed",
      below: true,
      of: ({ reported, assessed }: FollowUpSummary) =>
        reported && assessed ? `${words(reported)} | ${words(assessed)}` : "",
    },
    {
      head: "Lifecycle",
      below: true,
      of: ({ lifecycle, closureReason }: FollowUpSummary) =>
        lifecycle ? words(lifecycle) + (closureReason ? `: ${words(closureReason)}` : "") : "not yet published",
    },
    {
      head: "Timeliness",
      below: true,
      of: ({ timeliness }: FollowUpSummary) => (timeliness ? coloured(timeliness, words(timeliness)) : ""),
    },
  ];
}

/** The day and the days of those that are asked for by them. */
function dayColumns({
  longOutstanding,
  acceptanceWithdrawn,
}: Pick<ListOptions, "longOutstanding" | "acceptanceWithdrawn">) {
  return [
    ...(longOutstanding
      ? [{ head: "First asked", below: true, of: (each: FollowUpSummary) => firstAskedText(each) }]
      : []),
    ...(acceptanceWithdrawn
      ? [{ head: "Acceptance withdrawn", below: true, of: (each: FollowUpSummary) => withdrawnText(each) }]
      : []),
  ];
}

function firstAskedText({ firstAsked, firstAskedPrecision, daysSinceFirstAsked, longOutstanding }: FollowUpSummary) {
  if (firstAsked === undefined || !longOutstanding) return "";
  return `${dateText(firstAsked, firstAskedPrecision)}, ${plural(daysSinceFirstAsked ?? 0, "day")} ago`;
}

function withdrawnText({ acceptanceWithdrawnOn, daysOverdueWhenWithdrawn }: FollowUpSummary): string {
  if (acceptanceWithdrawnOn === undefined) return "";
  const days =
    daysOverdueWhenWithdrawn === undefined ? "" : `, ${plural(daysOverdueWhenWithdrawn, "day")} overdue until then`;
  return `${acceptanceWithdrawnOn}${days}`;
}

function byText(
  { addressee, responsible, responsibleState, coordinator, role }: FollowUpSummary,
  lang: string | undefined,
): string {
  const state = responsibleState === undefined ? "" : ` (${unsettled[responsibleState]})`;
  const name = `${responsibleText({ addressee, responsible }, lang)}${state}`;
  const through = coordinator === undefined ? "" : ` (coordinator: ${textIn(coordinator.name, lang)})`;
  return `${name}${through}${role === "lead" ? "" : ` (${words(role)})`}`;
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
  return versions
    .map(({ recommendation, replacedAt, replacedBy }) => {
      const { version, reference, title, text, textAbsent } = recommendation;
      const words = [title, text].flatMap((each) =>
        each === undefined ? [] : [textIn(each, lang, authenticLanguages)],
      );
      const absent = text === undefined && textAbsent !== undefined ? [`(no text: ${textAbsent})`] : [];
      const lines = [...themesAndDue(recommendation), ...words, ...absent];
      return `\n${pc.bold(`Version ${version}`)} (${reference}), until ${replacedAt} (${replacedBy})\n${lines.join("\n")}\n`;
    })
    .join("");
}

/** The lines of the themes and the due date; of a version before a correction as well. */
function themesAndDue({ themes = [], implementationDue }: Partial<Recommendation>): string[] {
  const { on, precision, wording } = implementationDue ?? {};
  return [
    ...(themes.length > 0 ? [`Themes: ${themes.join(", ")}`] : []),
    ...(on === undefined ? [] : [`Due: ${dateText(on, precision)}${wording ? ` (“${wording}”)` : ""}`]),
  ];
}

/** R15: asked three times since 2010-10-25: 2009-01 (2009), … */
function lineText(asked: RecommendationDetail["asked"], line: RecommendationDetail["line"]): string {
  const all = line.map(({ reference, report }) => `${reference} (${report.reference})`).join(", ");
  return `${askedTimesText(asked)}; all that ask it: ${all}`;
}

function linkText(
  { type, on, echoes, reason, from, to }: RecommendationDetail["links"][number],
  id: string,
  lang: string | undefined,
): string {
  const named = ({ reference, title, report }: LinkedRecommendation) =>
    `${reference} of report ${report.reference}${title ? ` (${textIn(title, lang, report.authenticLanguages)})` : ""}`;
  const told = from.id === id ? `It ${words(type)} ${to ? named(to) : echoes}` : `${named(from)} ${words(type)} it`;
  return `${told}, from ${on}${reason ? `: ${reason}` : ""}`;
}

function detailText(detail: RecommendationDetail, asOf: Day, lang: string | undefined): string {
  const { recommendation, formerReferences = [], report, issuingBody, standing, followUps, parts } = detail;
  const { asked, line, links } = detail;
  const lines = [
    `${pc.bold(recommendation.reference)}${recommendation.title ? `  ${textIn(recommendation.title, lang, report.authenticLanguages)}` : ""}`,
    `Report ${report.reference} of ${textIn(issuingBody.name, lang)}, about ${report.reportingYear}${report.publishedOn ? `, published ${dateText(report.publishedOn, report.publishedOnPrecision)}` : ""}`,
    ...(recommendation.version > 1
      ? [`Version ${recommendation.version}: it was corrected, the old version is kept`]
      : []),
    ...(formerReferences.length > 0 ? [`Formerly ${formerReferences.join(", ")}: it is found by that too`] : []),
    ...themesAndDue(recommendation),
    ...(line.length > 1 ? [lineText(asked, line)] : []),
    ...links.map((link) => linkText(link, recommendation.id, lang)),
    "",
    recommendation.text
      ? textIn(recommendation.text, lang, report.authenticLanguages)
      : `(no text: ${recommendation.textAbsent ?? "none was given"})`,
    "",
    standingText(standing, asOf, asOf, report),
  ];
  if (followUps.length > 0) lines.push("", table(followUpColumns(lang), followUps).trimEnd());
  const open = [{ followUps }, ...parts].flatMap((each) => openText(each, lang));
  if (open.length > 0) lines.push("", ...open);
  if (parts.length > 0) lines.push("", pc.bold("Parts"), listText(parts, lang).trimEnd());
  if (recommendation.source?.illustrative)
    lines.push("", pc.dim("Its content is illustrative: it was invented to show how things look."));
  return `${lines.join("\n")}\n`;
}
