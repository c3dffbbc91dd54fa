import { type Day, DomainError } from "@heed/core";
import { Movement } from "@heed/core/comparison/movement";
import { cycleComparison } from "@heed/core/cycle-comparison/cycle-comparison";
import { type ComparisonFilter, comparedDays } from "@heed/core/read-models/comparison-filter";
import { comparisonColumns } from "@heed/core/tables/comparison-columns";
import { withoutAbsent } from "@heed/core/without-absent";
import { type Command, Option } from "commander";
import { filterOf } from "../named/filter.ts";
import { theCycle } from "../named/the-cycle.ts";
import { isListedInFull, partOf } from "../options/listed-in-full.ts";
import {
  askedDay,
  type Format,
  knownAtOption,
  languageOption,
  limitOption,
  listFormatOption,
  repeatable,
  withFollowUpFilters,
} from "../options/options.ts";
import { type ComparisonView, comparisonText } from "../present/comparison-text.ts";
import { warnIfEmpty } from "../present/filter-text.ts";
import { followUpJson } from "../present/follow-up-json.ts";
import { knownAtOf, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJsonAround } from "../process/write.ts";
import { isTable, writeTable } from "../process/write-table.ts";

type Options = ComparisonView & {
  since?: Day;
  until?: Day;
  cycle?: string;
  by?: string;
  movement?: Movement[];
  limit?: number;
  format: Format;
};

export function addCompare(program: Command): void {
  withFollowUpFilters(
    program
      .command("compare")
      .description("Two days side by side, such as last year and this year: the answers, and how each follow-up moved")
      .addOption(new Option("--since <day>", "the first day (default: a year before the last)").argParser(askedDay))
      .addOption(new Option("--until <day>", "the last day, past or future (default: today)").argParser(askedDay))
      .addOption(
        new Option("--cycle <year>", "a reporting cycle against the one before it, by id or year").conflicts([
          "since",
          "until",
        ]),
      )
      .option("--by <name>", "the issuing body, or its successor on the last day")
      .addOption(knownAtOption())
      .addOption(repeatable("--movement <how>", "list those that moved so", Movement.options)),
    "the last day",
  )
    .addOption(limitOption())
    .addOption(listFormatOption())
    .addOption(languageOption())
    .action((options: Options, command: Command) => withTracker(command, (tracker) => compare(tracker, options)));
}

async function compare(tracker: Tracker, options: Options): Promise<void> {
  const { reads, reader } = tracker;
  const { movement, format, lang } = options;
  const filter = await comparisonFilter(tracker, options);
  const answer = await reads.comparison(reader, filter, { ...partOf(options), withTotal: true });
  const items = isListedInFull(options) ? reads.comparisonItems(reader, filter) : [answer.items];
  const { from, to, before, after, totalsByMovement, total = 0 } = answer;
  if (isTable(format)) await writeTable(format, comparisonColumns, items, lang);
  else if (format === "json")
    await writeJsonAround({ from, to, before, after, totalsByMovement, total }, "items", items, (item) => ({
      ...item,
      ...followUpJson(item, lang),
    }));
  else await write(comparisonText(answer, { ...options, isListed: movement !== undefined }));
  await warnIfEmpty(tracker, after.followUps, options);
}

/** Errors: invalidInput when the last day is before the first, or the cycle has not opened. */
async function comparisonFilter(tracker: Tracker, options: Options): Promise<ComparisonFilter> {
  const { since, until, cycle, by, movement, responsible, addressee, report, theme } = options;
  const others = {
    ...knownAtOf(tracker, options.knownAt),
    ...withoutAbsent({ movement }),
    ...(await filterOf(tracker, { responsible, addressee, report, theme, issuingBody: by === undefined ? by : [by] })),
  };
  if (cycle === undefined)
    return {
      ...comparedDays({ from: "--since", to: "--until" }, { from: since, to: until }, tracker.today),
      ...others,
    };
  const detail = await tracker.reads.reportingCycle(await theCycle(tracker, cycle, by));
  const days = detail && (await cycleComparison(tracker.reads, detail.cycle, tracker.today));
  if (days === undefined)
    throw new DomainError("invalidInput", "there is nothing to compare yet", [
      { name: "--cycle", value: cycle, detail: "it has not opened" },
    ]);
  const { from, to, issuingBody } = days;
  return { ...others, from, to, issuingBody };
}
