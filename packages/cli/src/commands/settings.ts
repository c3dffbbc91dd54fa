import { type Day, type SettingChange, settingsOn } from "@heed/core";
import { type Command, Option } from "commander";
import { day, type Format, formatOption } from "../options/options.ts";
import { settingsText } from "../present/settings-text.ts";
import { table } from "../present/table.ts";
import { plural } from "../present/words.ts";
import { knownAtOf, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";

export function addSettings(program: Command): void {
  const settings = program.command("settings").description("The settings that the rules leave to the installation");
  settings
    .command("show")
    .description("The settings on a day")
    .addOption(new Option("--as-of <day>", "the day asked about (default: today)").argParser(day))
    .option("--known-at <moment>", "with only what had been recorded by then; a day means its end")
    .addOption(formatOption())
    .action(async (options: { asOf?: Day; knownAt?: string; format: Format }, command: Command) => {
      await withTracker(command, async (tracker) => {
        const { knownAt } = knownAtOf(tracker, options.knownAt);
        const asOf = options.asOf ?? tracker.today;
        const held = settingsOn(await tracker.reads.settings(knownAt), asOf);
        if (options.format === "json") return writeJson({ asOf, settings: held });
        await write(`Settings on ${asOf}\n\n${settingsText(held, "\n")}\n`);
      });
    });
  settings
    .command("history")
    .description("Every change, in the order in which they were recorded")
    .addOption(formatOption())
    .action(async ({ format }: { format: Format }, command: Command) => {
      await withTracker(command, async ({ reads }) => {
        const items = await reads.settingChanges();
        if (format === "json") return writeJson({ total: items.length, items });
        await write(`${plural(items.length, "change")}\n\n${historyText(items)}`);
      });
    });
}

function historyText(items: readonly SettingChange[]): string {
  return table(
    [
      { head: "From", of: ({ from }) => from },
      { head: "What", wide: true, of: ({ changes }) => settingsText(changes, ", ") },
      { head: "Why", wide: true, of: ({ reason }) => reason },
      { head: "By", of: ({ actor }) => actor },
      { head: "Recorded", of: ({ recordedAt }) => recordedAt },
    ],
    items,
  );
}
