import type { Day } from "@heed/core";
import { ChangeKind } from "@heed/core/follow-up/changes/change";
import { changePeriod } from "@heed/core/read-models/change-filter";
import { changeColumns } from "@heed/core/tables/change-columns";
import { withoutAbsent } from "@heed/core/without-absent";
import { type Command, Option } from "commander";
import { filterOf } from "../named/filter.ts";
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
import { type ChangesView, changesText } from "../present/changes-text.ts";
import { warnIfEmpty } from "../present/filter-text.ts";
import { followUpJson } from "../present/follow-up-json.ts";
import { tellSuccessors } from "../present/successor-text.ts";
import { knownAtOf, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJsonAround } from "../process/write.ts";
import { isTable, writeTable } from "../process/write-table.ts";

type Options = ChangesView & {
  since?: Day;
  until?: Day;
  by?: string;
  kind?: ChangeKind[];
  limit?: number;
  format: Format;
};

export function addChanges(program: Command): void {
  withFollowUpFilters(
    program
      .command("changes")
      .description("What changed between two days, the newest first")
      .addOption(
        new Option("--since <day>", "the first day (default: thirty days before the last)").argParser(askedDay),
      )
      .addOption(new Option("--until <day>", "the last day, past or future (default: today)").argParser(askedDay))
      .option("--by <name>", "the issuing body, or its successor on the last day")
      .addOption(knownAtOption())
      .addOption(repeatable("--kind <kind>", "what changed", ChangeKind.options)),
    "the last day",
  )
    .addOption(limitOption())
    .addOption(listFormatOption())
    .addOption(languageOption())
    .action((options: Options, command: Command) => withTracker(command, (tracker) => showChanges(tracker, options)));
}

async function showChanges(tracker: Tracker, options: Options): Promise<void> {
  const { reads, reader } = tracker;
  const { since, until, by, responsible, addressee, report, theme, kind, format, lang } = options;
  const period = changePeriod({ from: "--since", to: "--until" }, { from: since, to: until }, tracker.today);
  const issuingBody = by === undefined ? undefined : [by];
  const named = await filterOf(tracker, { issuingBody, responsible, addressee, report, theme });
  const filter = { ...period, ...knownAtOf(tracker, options.knownAt), ...named, ...withoutAbsent({ kind }) };
  const answer = await reads.changes(reader, filter, { ...partOf(options), withTotal: true });
  const items = isListedInFull(options) ? reads.changeItems(reader, filter) : [answer.items];
  const { total = 0, totalsByKind } = answer;
  if (isTable(format)) await writeTable(format, changeColumns, items, lang);
  else if (format === "json")
    await writeJsonAround({ ...period, total, totalsByKind }, "items", items, (item) => ({
      ...item,
      ...followUpJson(item, lang),
    }));
  else await write(changesText(answer, options));
  await warnIfEmpty(tracker, total, options);
  await tellSuccessors(tracker, named.responsible, period.to, options);
}
