import { type Day, type SettingChange, settingsOn } from "@heed/core";
import { type Command, InvalidArgumentError, Option } from "commander";
import { day, type Format, formatOption } from "../options/options.ts";
import { table } from "../present/table.ts";
import { plural } from "../present/words.ts";
import { knownAtOf, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { onRegister, type RegisterOptions } from "./act-on-register.ts";

type Named = Record<string, unknown>;

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
        await write(`Settings on ${asOf}\n\n${namedText(held, "\n")}\n`);
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
  onRegister<RegisterOptions & { set: Named; from?: Day; reason: string }>(
    settings,
    "changeSettings",
    (command) =>
      command
        .addOption(
          new Option("--set <name=value>", 'such as dueSoonDays=14 or responsePeriod="3 months"; may be repeated')
            .argParser((given: string, before: Named | undefined) => ({ ...before, ...readSetting(given) }))
            .makeOptionMandatory(),
        )
        .addOption(new Option("--from <day>", "the first day on which it applies (default: today)").argParser(day))
        .requiredOption("--reason <text>", "why"),
    async (_, { set, from, reason }) => ({ input: { changes: set, from, reason } }),
    ({ body }) => {
      const { from, changes } = body as SettingChange;
      return `Recorded: from ${from}, ${namedText(changes, ", ")}\n`;
    },
  );
}

function historyText(items: readonly SettingChange[]): string {
  return table(
    [
      { head: "From", of: ({ from }) => from },
      { head: "What", wide: true, of: ({ changes }) => namedText(changes, ", ") },
      { head: "Why", wide: true, of: ({ reason }) => reason },
      { head: "By", of: ({ actor }) => actor },
      { head: "Recorded", of: ({ recordedAt }) => recordedAt },
    ],
    items,
  );
}

/** In the form that `--set` takes. */
function namedText(values: Named, between: string): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${valueText(value)}`)
    .join(between);
}

function valueText(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const { amount, unit } = value as { amount: number; unit: string };
  return `${amount} ${unit}`;
}

function readSetting(given: string): Named {
  const [, name, value] = /^([^=]+)=(.+)$/s.exec(given) ?? [];
  if (name === undefined || value === undefined)
    throw new InvalidArgumentError("Write its name and value, such as dueSoonDays=14.");
  const [, amount, unit] = /^(\d+) +([a-z]+)$/.exec(value) ?? [];
  if (amount !== undefined) return { [name]: { amount: Number(amount), unit } };
  return { [name]: /^\d+$/.test(value) ? Number(value) : value };
}
