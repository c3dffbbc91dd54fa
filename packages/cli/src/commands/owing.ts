import { type Day, OverdueKind, textIn } from "@heed/core";
import type { OwingOrganization } from "@heed/core/read-models/owing-organization";
import { withoutAbsent } from "@heed/core/without-absent";
import type { Command } from "commander";
import { filterOf } from "../named/filter.ts";
import {
  againstOption,
  asOfOption,
  type Format,
  formatOption,
  knownAtOption,
  languageOption,
  limitOption,
  minDaysOption,
  repeatable,
  withFollowUpFilters,
} from "../options/options.ts";
import { filterText, warnIfEmpty } from "../present/filter-text.ts";
import { moreText } from "../present/obligation-columns.ts";
import { organizationJson } from "../present/organization-json.ts";
import { table } from "../present/table.ts";
import { dayText, plural } from "../present/words.ts";
import { knownAtOf, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";

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
    .addOption(formatOption())
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
  if (format === "json")
    await writeJson({
      asOf,
      total: owing.length,
      items: items.map(({ organization, ...counts }) => ({
        organization: organizationJson(organization, lang),
        ...counts,
      })),
    });
  else await write(owingText(owing, items, options, dayText(asOf, options.knownAt)));
  await warnIfEmpty(tracker, owing.length, format);
}

function owingText(
  all: readonly OwingOrganization[],
  items: readonly OwingOrganization[],
  options: Options,
  day: string,
): string {
  if (all.length === 0) return `Nobody owes anything overdue on ${day}${filterText(options)}.\n`;
  const overdue = all.reduce((sum, each) => sum + each.overdue, 0);
  const shown = table<OwingOrganization>(
    [
      { head: "Code", of: ({ organization }) => organization.code },
      { head: "Responsible", wide: true, of: ({ organization }) => textIn(organization.name, options.lang) },
      { head: "Overdue", align: "right", of: ({ overdue }) => String(overdue) },
      { head: "Longest, days", align: "right", of: ({ longest }) => String(longest) },
    ],
    items,
  );
  return `${plural(all.length, "organization owes", "organizations owe")} ${plural(overdue, "thing")} overdue on ${day}\n\n${shown}${moreText(all.length - items.length)}`;
}
