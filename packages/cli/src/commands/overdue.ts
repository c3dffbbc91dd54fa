import { type Day, OverdueKind } from "@heed/core";
import type { OverdueAnswer } from "@heed/core/read-models/overdue-answer";
import { obligationColumns } from "@heed/core/tables/obligation-columns";
import { withoutAbsent } from "@heed/core/without-absent";
import { type Command, Option } from "commander";
import { filterOf } from "../named/filter.ts";
import { requireCsvFits } from "../options/fits-format.ts";
import { isListedInFull, partOf } from "../options/listed-in-full.ts";
import {
  againstOption,
  asOfOption,
  type Format,
  knownAtOption,
  languageOption,
  limitOption,
  listFormatOption,
  minDaysOption,
  repeatable,
  withFollowUpFilters,
} from "../options/options.ts";
import { warnIfEmpty } from "../present/filter-text.ts";
import type { Items } from "../present/obligation-json.ts";
import { type Stale, writeOverdueJson } from "../present/overdue-json.ts";
import { type OverdueView, overdueText } from "../present/overdue-text.ts";
import { tellSuccessors } from "../present/successor-text.ts";
import { exitCodes } from "../process/exit-codes.ts";
import type { Exit } from "../process/program.ts";
import { knownAtOf, withTracker } from "../process/tracker.ts";
import { write } from "../process/write.ts";
import { isTable, writeTable } from "../process/write-table.ts";

type Options = OverdueView & {
  asOf?: Day;
  kind?: OverdueKind[];
  responsible?: string[];
  addressee?: string[];
  report?: string[];
  theme?: string[];
  minDays?: number;
  limit?: number;
  format: Format;
  exitCode?: boolean;
};

/** Adds `heed overdue`, the main command of Heed. */
export function addOverdue(program: Command, exit: Exit): void {
  withFollowUpFilters(
    program
      .command("overdue")
      .description("What is overdue on a day, for whom, by how much, and why")
      .addOption(asOfOption())
      .addOption(knownAtOption())
      .addOption(repeatable("--kind <kind>", "what is owed", OverdueKind.options)),
  )
    .addOption(minDaysOption().conflicts("dueSoon"))
    .option("--due-soon", "what is due within the next 30 days (the setting dueSoonDays), instead of what is overdue")
    .addOption(againstOption())
    .addOption(
      new Option("--group-by <what>", "one heading for each").choices([
        "kind",
        "responsible",
        "addressee",
        "report",
        "ageing",
      ]),
    )
    .addOption(limitOption())
    .addOption(listFormatOption())
    .option("--explain", "show the reasons")
    .option("--exit-code", "exit with 1 when something is listed, for cron")
    .addOption(languageOption())
    .action(async (options: Options, command: Command) => {
      requireCsvFits(options);
      await withTracker(command, async (tracker) => {
        const { reads, reader } = tracker;
        const { responsible, addressee, report, theme } = options;
        const asOf = options.asOf ?? tracker.today;
        const filter = {
          asOf,
          ...knownAtOf(tracker, options.knownAt),
          ...(await filterOf(tracker, { responsible, addressee, report, theme })),
          ...withoutAbsent({ minDaysOverdue: options.minDays }),
        };
        const asked = {
          ...filter,
          ...withoutAbsent({ kind: options.kind, dueSoon: options.dueSoon }),
          against: options.against,
        };
        const answer = await reads.overdue(reader, asked, partOf(options));
        const items = isListedInFull(options) ? reads.overdueItems(reader, asked) : [answer.items];
        // Stale follow-ups count neither in the total nor in the exit code (D7).
        const stale =
          options.kind === undefined && !options.dueSoon
            ? await reads.stale(reader, filter, { ...withoutAbsent({ limit: options.limit }), withTotal: true })
            : { items: [], total: 0 };
        const staleTotal = stale.total ?? 0;
        await show(answer, items, { items: stale.items, total: staleTotal }, options);
        await warnIfEmpty(tracker, answer.total + staleTotal, options);
        await tellSuccessors(tracker, filter.responsible, asOf, options);
        if (options.exitCode && answer.total > 0) exit(exitCodes.overdue);
      });
    });
}

async function show(answer: OverdueAnswer, items: Items, stale: Stale, options: Options): Promise<void> {
  if (options.format === "json") return writeOverdueJson(answer, items, stale, options.lang, options.groupBy);
  if (isTable(options.format)) return writeTable(options.format, obligationColumns, items, options.lang);
  await write(overdueText(answer, stale, options));
}
