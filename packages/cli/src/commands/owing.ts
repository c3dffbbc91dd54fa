import { type Day, OverdueKind, textIn } from "@heed/core";
import type { OwingOrganization } from "@heed/core/read-models/owing-organization";
import { owingColumns } from "@heed/core/tables/owing-columns";
import { withoutAbsent } from "@heed/core/without-absent";
import type { Command } from "commander";
import { sayIn } from "../messages/say.ts";
import { filterOf } from "../named/filter.ts";
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
import { onDayText, warnIfEmpty } from "../present/filter-text.ts";
import { moreText } from "../present/obligation-columns.ts";
import { organizationJson } from "../present/organization-json.ts";
import { table } from "../present/table.ts";
import { dayText } from "../present/words.ts";
import { knownAtOf, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { isTable, writeTable } from "../process/write-table.ts";

type Options = {
  asOf?: Day;
  knownAt?: string;
  kind?: OverdueKind[];
  responsible?: string[];
  addressee?: string[];
  report?: string[];
  theme?: string[];
  minDays?: number;
  against: "current" | "original";
  limit?: number;
  format: Format;
  lang?: string;
};

export function addOwing(program: Command): void {
  withFollowUpFilters(
    program
      .command("owing")
      .description("Who owes what is overdue on a day, the one that owes most first")
      .addOption(asOfOption())
      .addOption(knownAtOption())
      .addOption(repeatable("--kind <kind>", "what is owed", OverdueKind.options)),
  )
    .addOption(minDaysOption())
    .addOption(againstOption())
    .addOption(limitOption())
    .addOption(listFormatOption())
    .addOption(languageOption())
    .action((options: Options, command: Command) => withTracker(command, (tracker) => showOwing(tracker, options)));
}

async function showOwing(tracker: Tracker, options: Options): Promise<void> {
  const { reads, reader } = tracker;
  const { kind, responsible, addressee, report, theme, minDays, against, limit, format, lang } = options;
  const asOf = options.asOf ?? tracker.today;
  const owing = await reads.owing(reader, {
    asOf,
    ...knownAtOf(tracker, options.knownAt),
    against,
    ...withoutAbsent({ kind, minDaysOverdue: minDays }),
    ...(await filterOf(tracker, { responsible, addressee, report, theme })),
  });
  const items = owing.slice(0, limit);
  if (isTable(format)) await writeTable(format, owingColumns, [items], lang);
  else if (format === "json")
    await writeJson({
      asOf,
      total: owing.length,
      items: items.map(({ organization, ...counts }) => ({
        organization: organizationJson(organization, lang),
        ...counts,
      })),
    });
  else await write(owingText(owing, items, options, asOf));
  await warnIfEmpty(tracker, owing.length, options);
}

function owingText(
  all: readonly OwingOrganization[],
  items: readonly OwingOrganization[],
  options: Options,
  asOf: Day,
): string {
  const say = sayIn(options.lang);
  if (all.length === 0) return `${say.owing.nobody(onDayText(say, asOf, options.knownAt, options))}\n`;
  const overdue = all.reduce((sum, each) => sum + each.overdue, 0);
  const shown = table<OwingOrganization>(
    [
      { head: say.heads.code, of: ({ organization }) => organization.code },
      { head: say.heads.responsible, wide: true, of: ({ organization }) => textIn(organization.name, options.lang) },
      { head: say.heads.overdue, align: "right", of: ({ overdue }) => String(overdue) },
      { head: say.heads.longest, align: "right", of: ({ longest }) => String(longest) },
    ],
    items,
  );
  const told = say.owing.some(all.length, overdue, say.on(dayText(say, asOf, options.knownAt)));
  return `${told}\n\n${shown}${moreText(all.length - items.length, say)}`;
}
