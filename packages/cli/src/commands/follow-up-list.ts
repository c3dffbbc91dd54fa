import { DomainError } from "@heed/core";
import type { ListedFollowUp } from "@heed/core/read-models/listed-follow-up";
import { momentFrom } from "@heed/core/settings/known-at";
import { listedFollowUpColumns } from "@heed/core/tables/listed-follow-up-columns";
import type { Command } from "commander";
import { sayIn } from "../messages/say.ts";
import { askedNames, recommendationFilterOf } from "../named/recommendation-filter.ts";
import {
  asOfOption,
  type Format,
  knownAtOption,
  languageOption,
  limitOption,
  listFormatOption,
  withFollowUpFilters,
  yearsOption,
} from "../options/options.ts";
import {
  type AnswerOptions,
  type RecommendationOptions,
  withAnswerFilters,
} from "../options/recommendation-filters.ts";
import { filterText, warnIfEmpty } from "../present/filter-text.ts";
import { followUpJson } from "../present/follow-up-json.ts";
import { moreText } from "../present/obligation-columns.ts";
import { responsibleText } from "../present/responsible.ts";
import { tellSuccessors } from "../present/successor-text.ts";
import { table } from "../present/table.ts";
import { titleText } from "../present/title-text.ts";
import { bothLevels, dayText, lifecycleText, timelinessText } from "../present/words.ts";
import { type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { isTable, writeTable } from "../process/write-table.ts";

type Options = Pick<
  RecommendationOptions,
  "asOf" | "knownAt" | "responsible" | "addressee" | "report" | "theme" | "year" | keyof AnswerOptions
> & { changedSince?: string; limit?: number; format: Format; lang?: string };

export function addFollowUpList(followUp: Command): void {
  withAnswerFilters(
    withFollowUpFilters(
      followUp
        .command("list")
        .description("Follow-ups that match and how each stands, in the order of the recommendations")
        .addOption(asOfOption())
        .addOption(knownAtOption())
        .option("--changed-since <moment>", "with an entry recorded since this moment, or the beginning of this day"),
    ).addOption(yearsOption()),
  )
    .addOption(limitOption())
    .addOption(listFormatOption())
    .addOption(languageOption())
    .action(async (options: Options, command: Command) => {
      await withTracker(command, (tracker) => list(tracker, options));
    });
}

async function list(tracker: Tracker, options: Options): Promise<void> {
  const { lang, limit, format, knownAt } = options;
  const filter = await recommendationFilterOf(tracker, options);
  const { asOf } = filter;
  const { items, total = 0 } = await tracker.reads.followUps(
    tracker.reader,
    { ...filter, ...changedSinceOf(tracker, options.changedSince) },
    { withTotal: true, ...(limit !== undefined && { limit }) },
  );
  const say = sayIn(lang);
  if (isTable(format)) await writeTable(format, listedFollowUpColumns, [items], lang);
  else if (format === "json")
    await writeJson({ asOf, total, items: items.map((item) => ({ ...item, ...followUpJson(item, lang) })) });
  else {
    const found = `${say.followUp.count(total)} ${say.on(dayText(say, asOf, knownAt))}`;
    await write(
      total === 0 ? `${found}${filterText(askedNames(options), say)}\n` : `${found}\n\n${listText(items, lang)}`,
    );
  }
  await warnIfEmpty(tracker, total, options);
  if (format === "table") await write(moreText(total - items.length, say));
  await tellSuccessors(tracker, filter.responsible, asOf, options);
}

function changedSinceOf({ settings }: Tracker, given: string | undefined) {
  if (given === undefined) return {};
  const changedSince = momentFrom(given, settings);
  if (changedSince !== undefined) return { changedSince };
  throw new DomainError("invalidInput", "that is not a moment", [
    {
      name: "--changed-since",
      value: given,
      detail: "a day such as 2015-06-30, or a moment such as 2015-06-30T12:00Z",
    },
  ]);
}

function listText(items: readonly ListedFollowUp[], lang: string | undefined): string {
  const say = sayIn(lang);
  return table(
    [
      { head: say.heads.recommendation, of: ({ recommendation }) => recommendation.reference },
      { head: say.heads.by, wide: true, of: (item) => responsibleText(item, lang) },
      {
        head: say.heads.title,
        wide: true,
        of: ({ recommendation, report }) => titleText(recommendation, report, lang),
      },
      { head: say.heads.position, of: ({ position }) => (position ? say.label("position", position) : "") },
      {
        head: say.heads.levels,
        of: ({ reported, assessed }) => (reported && assessed ? bothLevels(say, { reported, assessed }) : ""),
      },
      {
        head: say.heads.lifecycle,
        of: ({ lifecycle, closureReason }) =>
          lifecycle ? lifecycleText(say, { lifecycle, ...(closureReason && { closureReason }) }) : "",
      },
      { head: say.heads.timeliness, of: ({ timeliness }) => (timeliness ? timelinessText(say, timeliness) : "") },
    ],
    items,
  );
}
