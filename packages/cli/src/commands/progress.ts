import type { Day, GroupProgress, Rate } from "@heed/core";
import { type Command, Option } from "commander";
import { asOfOption, count, type Format, formatOption, knownAtOption, repeatable } from "../options.ts";
import { table } from "../present/table.ts";
import { dayText } from "../present/words.ts";
import { write, writeJson } from "../present/write.ts";
import { knownAtOf, organizationsOf, reportsOf, withTracker } from "../tracker.ts";

const groupings = ["all", "addressee", "responsible", "reportingYear", "theme", "report"] as const;

type Options = {
  asOf?: Day;
  knownAt?: string;
  groupBy: (typeof groupings)[number];
  report?: string[];
  year?: string[];
  theme?: string[];
  addressee?: string[];
  format: Format;
};

export function addProgress(program: Command): void {
  program
    .command("progress")
    .description("How far it is: rates with their denominators, per group")
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(new Option("--group-by <what>", "one line for each").choices(groupings).default("all"))
    .addOption(repeatable("--report <reference>", "the report"))
    .addOption(repeatable("--year <year>", "the reporting year"))
    .addOption(repeatable("--theme <theme>", "the theme"))
    .addOption(repeatable("--addressee <name>", "the addressee as printed"))
    .addOption(formatOption())
    .action(async (options: Options, command: Command) => {
      await withTracker(command, async (tracker) => {
        const asOf = options.asOf ?? tracker.today;
        const report = await reportsOf(tracker, options.report);
        const addressee = await organizationsOf(tracker, "--addressee", options.addressee);
        const items = await tracker.reads.progress(tracker.reader, {
          asOf,
          ...knownAtOf(tracker, options.knownAt),
          groupBy: options.groupBy,
          ...(report && { report }),
          ...(addressee && { addressee }),
          ...(options.theme && { theme: options.theme }),
          ...(options.year && { reportingYear: options.year.map(count) }),
        });
        if (options.format === "json") return writeJson({ asOf, total: items.length, items });
        await write(progressText(items, dayText(asOf, options.knownAt)));
      });
    });
}

function progressText(items: readonly GroupProgress[], day: string): string {
  if (items.length === 0) return `There are no follow-ups on ${day}.\n`;
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
  )}\n${cohorts}\n`;
}

/** R13: never a percentage alone. */
function rateText({ numerator, denominator, tooYoung, undetermined }: Rate): string {
  const share = denominator === 0 ? "–" : `${Math.round((100 * numerator) / denominator)} %`;
  const apart = [tooYoung > 0 ? `${tooYoung} too young` : "", undetermined > 0 ? `${undetermined} unknown` : ""]
    .filter((each) => each !== "")
    .join(", ");
  return `${share} (${numerator}/${denominator}${apart === "" ? "" : `; ${apart}`})`;
}
