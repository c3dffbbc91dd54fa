import type { Day, GroupProgress, Rate } from "@heed/core";
import { type ProgressFilter, progressGroups } from "@heed/core/read-models/progress-filter";
import { matrixColumns, matrixRows, rateColumns, rateRows } from "@heed/core/tables/progress-columns";
import { type Command, Option } from "commander";
import { type Say, sayIn } from "../messages/say.ts";
import { filterOf } from "../named/filter.ts";
import {
  asOfOption,
  type Format,
  knownAtOption,
  languageOption,
  listFormatOption,
  repeatable,
  yearsOption,
} from "../options/options.ts";
import { onDayText, warnIfEmpty } from "../present/filter-text.ts";
import { matrixJson, matrixText } from "../present/progress-matrix.ts";
import { table } from "../present/table.ts";
import { dayText } from "../present/words.ts";
import { knownAtOf, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { isTable, writeTable } from "../process/write-table.ts";

type Options = {
  asOf?: Day;
  knownAt?: string;
  groupBy: ProgressFilter["groupBy"];
  matrix?: boolean;
  report?: string[];
  year?: number[];
  theme?: string[];
  addressee?: string[];
  format: Format;
  lang?: string;
};

export function addProgress(program: Command): void {
  program
    .command("progress")
    .description("How far it is: rates with their denominators, per group")
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(new Option("--group-by <what>", "one line for each").choices(progressGroups).default("all"))
    .addOption(
      new Option("--matrix", "the number at each assessed level, by addressee and reporting year").conflicts([
        "groupBy",
        "report",
        "theme",
      ]),
    )
    .addOption(repeatable("--report <reference>", "the report"))
    .addOption(yearsOption())
    .addOption(repeatable("--theme <theme>", "the theme"))
    .addOption(repeatable("--addressee <name>", "the addressee as printed"))
    .addOption(listFormatOption())
    .addOption(languageOption())
    .action(async (options: Options, command: Command) => {
      await withTracker(command, async (tracker) => {
        const asOf = options.asOf ?? tracker.today;
        const { addressee, report, theme, year: reportingYear } = options;
        const filter = {
          asOf,
          ...knownAtOf(tracker, options.knownAt),
          ...(await filterOf(tracker, { addressee, reportingYear, report, theme })),
        };
        if (options.matrix) return showMatrix(tracker, filter, options);
        const items = await tracker.reads.progress(tracker.reader, {
          ...filter,
          groupBy: options.groupBy,
          ...(options.lang && { language: options.lang }),
        });
        const say = sayIn(options.lang);
        const day = dayText(say, asOf, options.knownAt);
        if (options.format === "json") await writeJson({ asOf, total: items.length, items });
        else if (isTable(options.format))
          await writeTable(options.format, rateColumns, [rateRows(items)], options.lang);
        else await write(progressText(items, say, day) || noFollowUps(say, asOf, options));
        await warnIfEmpty(tracker, items.length, options);
      });
    });
}

function noFollowUps(say: Say, asOf: Day, { knownAt, addressee, report, theme, year }: Options): string {
  return `${say.progress.nothing(onDayText(say, asOf, knownAt, { addressee, report, theme, reportingYear: year }))}\n`;
}

async function showMatrix(
  tracker: Tracker,
  filter: Parameters<Tracker["reads"]["progressMatrix"]>[1],
  options: Options,
): Promise<void> {
  const { format, lang, knownAt } = options;
  const lines = await tracker.reads.progressMatrix(tracker.reader, filter);
  const say = sayIn(lang);
  const day = dayText(say, filter.asOf, knownAt);
  if (format === "json") await writeJson(matrixJson(lines, filter.asOf, lang));
  else if (isTable(format)) await writeTable(format, matrixColumns, [matrixRows(lines)], lang);
  else await write(lines.length === 0 ? noFollowUps(say, filter.asOf, options) : matrixText(lines, day, lang));
  await warnIfEmpty(tracker, lines.length, options);
}

function progressText(items: readonly GroupProgress[], say: Say, day: string): string {
  if (items.length === 0) return "";
  const rate = (name: Rate["name"]) => (item: GroupProgress) => {
    const found = item.rates.find((each) => each.name === name);
    return found === undefined ? "" : rateText(found, say);
  };
  const cohorts = items[0]?.rates
    .map(({ name, cohort }) => `  ${say.progress.cohort(say.heads[name], cohort)}`)
    .join("\n");
  return `${say.onAtTheBeginning(day)}\n\n${table<GroupProgress>(
    [
      { head: say.heads.group, wide: true, of: ({ label }) => label || say.progress.noGroup },
      { head: say.heads.followUps, align: "right", of: ({ followUps }) => String(followUps) },
      { head: say.heads.responded, align: "right", of: rate("responded") },
      { head: say.heads.accepted, align: "right", of: rate("accepted") },
      { head: say.heads.implemented, align: "right", of: rate("implemented") },
    ],
    items,
  )}\n${cohorts}\n${singleReaderText(items, say)}`;
}

/** R35: shown wherever there are any. */
function singleReaderText(items: readonly GroupProgress[], say: Say): string {
  return items
    .filter(({ closedBySingleReader }) => closedBySingleReader > 0)
    .map(
      ({ label, closedBySingleReader, byLifecycle }) =>
        `  ${say.progress.singleReader(label || say.progress.noGroup, closedBySingleReader, byLifecycle.closed ?? 0)}\n`,
    )
    .join("");
}

/** R13: never a percentage alone, and no percentage where nothing was found. */
function rateText(
  { numerator, denominator, tooYoung, notAssessed = 0, undetermined }: Rate,
  { progress }: Say,
): string {
  const counts: [number, (count: number) => string][] = [
    [tooYoung, progress.tooYoung],
    [notAssessed, progress.notAssessed],
    [undetermined, progress.unknown],
  ];
  const apart = counts.filter(([count]) => count > 0).map(([count, told]) => told(count));
  if (denominator === 0) return apart.length === 0 ? "–" : apart.join(", ");
  return `${Math.round((100 * numerator) / denominator)} % (${[`${numerator}/${denominator}`, ...apart].join("; ")})`;
}
