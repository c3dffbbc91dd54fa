import type { Day, GroupProgress, Rate } from "@heed/core";
import { type ProgressFilter, progressGroups } from "@heed/core/read-models/progress-filter";
import { csvOf } from "@heed/files";
import { type Command, Option } from "commander";
import { filterOf } from "../named/filter.ts";
import {
  asOfOption,
  type Format,
  formatOption,
  knownAtOption,
  languageOption,
  repeatable,
  yearsOption,
} from "../options/options.ts";
import { filterText, warnIfEmpty } from "../present/filter-text.ts";
import { matrixCsv, matrixJson, matrixText } from "../present/progress-matrix.ts";
import { table } from "../present/table.ts";
import { dayText } from "../present/words.ts";
import { knownAtOf, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeCsv, writeJson } from "../process/write.ts";

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
    .addOption(formatOption(["table", "json", "csv"]))
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
        const day = dayText(asOf, options.knownAt);
        if (options.format === "json") await writeJson({ asOf, total: items.length, items });
        else if (options.format === "csv") await writeCsv(progressCsv(items));
        else await write(progressText(items, day) || noFollowUps(day, options));
        await warnIfEmpty(tracker, items.length, options.format);
      });
    });
}

function noFollowUps(day: string, { addressee, report, theme, year }: Options): string {
  return `There are no follow-ups on ${day}${filterText({ addressee, report, theme, reportingYear: year })}.\n`;
}

async function showMatrix(
  tracker: Tracker,
  filter: Parameters<Tracker["reads"]["progressMatrix"]>[1],
  options: Options,
): Promise<void> {
  const { format, lang, knownAt } = options;
  const lines = await tracker.reads.progressMatrix(tracker.reader, filter);
  const day = dayText(filter.asOf, knownAt);
  if (format === "json") await writeJson(matrixJson(lines, filter.asOf, lang));
  else if (format === "csv") await writeCsv(matrixCsv(lines, lang));
  else await write(lines.length === 0 ? noFollowUps(day, options) : matrixText(lines, day, lang));
  await warnIfEmpty(tracker, lines.length, format);
}

/** A row for each rate of each group, with all the numbers behind it (R13). */
function progressCsv(items: readonly GroupProgress[]): string {
  const rows = items.flatMap(({ group, label, followUps, closedBySingleReader, rates }) =>
    rates.map(({ name, numerator, denominator, notAssessed, tooYoung, undetermined, cohort, asOf }) => [
      group,
      label,
      followUps,
      asOf,
      name,
      numerator,
      denominator,
      notAssessed ?? "",
      tooYoung,
      undetermined,
      cohort,
      closedBySingleReader,
    ]),
  );
  return csvOf(csvHead, rows);
}

const csvHead = [
  "group",
  "label",
  "followUps",
  "asOf",
  "rate",
  "numerator",
  "denominator",
  "notAssessed",
  "tooYoung",
  "undetermined",
  "cohort",
  "closedBySingleReader",
];

function progressText(items: readonly GroupProgress[], day: string): string {
  if (items.length === 0) return "";
  const rate = (name: Rate["name"]) => (item: GroupProgress) => {
    const found = item.rates.find((each) => each.name === name);
    return found === undefined ? "" : rateText(found);
  };
  const cohorts = items[0]?.rates.map(({ name, cohort }) => `  ${name}: of ${cohort}`).join("\n");
  return `On ${day}\n\n${table<GroupProgress>(
    [
      { head: "Group", wide: true, of: ({ label }) => label || "(none)" },
      { head: "Follow-ups", align: "right", of: ({ followUps }) => String(followUps) },
      { head: "Responded", align: "right", of: rate("responded") },
      { head: "Accepted", align: "right", of: rate("accepted") },
      { head: "Implemented", align: "right", of: rate("implemented") },
    ],
    items,
  )}\n${cohorts}\n${singleReaderText(items)}`;
}

/** R35: shown wherever there are any. */
function singleReaderText(items: readonly GroupProgress[]): string {
  return items
    .filter(({ closedBySingleReader }) => closedBySingleReader > 0)
    .map(
      ({ label, closedBySingleReader, byLifecycle }) =>
        `  ${label || "(none)"}: ${closedBySingleReader} of ${byLifecycle.closed} closed were read by the assessor alone\n`,
    )
    .join("");
}

/** R13: never a percentage alone, and no percentage where nothing was found. */
function rateText({ numerator, denominator, tooYoung, notAssessed = 0, undetermined }: Rate): string {
  const counts: [number, string][] = [
    [tooYoung, "too young to judge"],
    [notAssessed, "not assessed"],
    [undetermined, "unknown"],
  ];
  const apart = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  if (denominator === 0) return apart.length === 0 ? "–" : apart.join(", ");
  return `${Math.round((100 * numerator) / denominator)} % (${[`${numerator}/${denominator}`, ...apart].join("; ")})`;
}
