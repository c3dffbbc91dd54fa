import { type Day, OverdueKind } from "@heed/core";
import { requireInOrder } from "@heed/core/read-models/days-in-order";
import type { ObligationFilter } from "@heed/core/read-models/obligation-filter";
import { obligationColumns } from "@heed/core/tables/obligation-columns";
import { withoutAbsent } from "@heed/core/without-absent";
import { type Command, Option } from "commander";
import { filterOf } from "../named/filter.ts";
import { requireCsvFits } from "../options/fits-format.ts";
import { isListedInFull, partOf } from "../options/listed-in-full.ts";
import {
  asOfOption,
  day,
  type Format,
  knownAtOption,
  languageOption,
  limitOption,
  listFormatOption,
  repeatable,
  withFollowUpFilters,
} from "../options/options.ts";
import { warnIfEmpty } from "../present/filter-text.ts";
import { groupTotals } from "../present/obligation-groups.ts";
import { obligationJson } from "../present/obligation-json.ts";
import { type OwedView, owedText } from "../present/owed-text.ts";
import { tellSuccessors } from "../present/successor-text.ts";
import { knownAtOf, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJsonAround } from "../process/write.ts";
import { isTable, writeTable } from "../process/write-table.ts";

type Options = OwedView & {
  asOf?: Day;
  kind?: OverdueKind[];
  dueFrom?: Day;
  dueUntil?: Day;
  overdue?: boolean;
  limit?: number;
  format: Format;
};

export function addOwed(program: Command): void {
  withFollowUpFilters(
    program
      .command("owed")
      .description("Everything that is owed on a day, due or not yet, by date")
      .addOption(asOfOption())
      .addOption(knownAtOption())
      .addOption(repeatable("--kind <kind>", "what is owed", OverdueKind.options)),
  )
    .addOption(new Option("--due-from <day>", "due on that day or later").argParser(day))
    .addOption(new Option("--due-until <day>", "due on that day or before").argParser(day))
    .option("--overdue", "only what is overdue")
    .option("--no-overdue", "only what is not overdue")
    .addOption(
      new Option("--group-by <what>", "one heading for each").choices([
        ...["kind", "responsible", "addressee", "report", "timeliness"],
      ]),
    )
    .addOption(limitOption())
    .addOption(listFormatOption())
    .option("--explain", "show the reasons")
    .addOption(languageOption())
    .action(async (options: Options, command: Command) => {
      requireCsvFits(options);
      await withTracker(command, (tracker) => showOwed(tracker, options));
    });
}

async function showOwed(tracker: Tracker, options: Options): Promise<void> {
  const { reads, reader } = tracker;
  const { responsible, addressee, report, theme, kind, dueFrom, dueUntil, overdue, format, lang } = options;
  requireInOrder({ name: "--due-from", day: dueFrom }, { name: "--due-until", day: dueUntil });
  const asOf = options.asOf ?? tracker.today;
  const named = await filterOf(tracker, { responsible, addressee, report, theme });
  const filter: ObligationFilter = {
    asOf,
    ...knownAtOf(tracker, options.knownAt),
    ...named,
    ...withoutAbsent({ kind, dueFrom, dueUntil, overdue }),
  };
  const answer = await reads.obligations(reader, filter, { ...partOf(options), withTotal: true });
  const items = isListedInFull(options) ? reads.obligationItems(reader, filter) : [answer.items];
  const { total = 0, totalsByKind, totalsByTimeliness } = answer;
  if (isTable(format)) await writeTable(format, obligationColumns, items, lang);
  else if (format === "json") {
    const totals = {
      asOf,
      total,
      totalsByKind,
      totalsByTimeliness,
      ...groupTotals(answer.items, options.groupBy, lang),
    };
    await writeJsonAround(totals, "items", items, (item) => obligationJson(item, lang));
  } else await write(owedText(answer, options));
  await warnIfEmpty(tracker, total, options);
  await tellSuccessors(tracker, named.responsible, asOf, options);
}
