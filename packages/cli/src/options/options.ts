import { Day } from "@heed/core";
import { Digest } from "@heed/core/digest";
import { ShownLanguage } from "@heed/core/localized-text";
import { endOfTime } from "@heed/core/time/day";
import { type Command, InvalidArgumentError, Option } from "commander";

export type { Day };

/** A calendar day; 31 February is refused. */
export function day(text: string): Day {
  if (Day.safeParse(text).success) return text;
  throw new InvalidArgumentError("It is not a calendar day: write yyyy-MM-dd, such as 2015-06-30.");
}

/** A day that can be asked about. */
export function askedDay(text: string): Day {
  if (day(text) < endOfTime) return text;
  throw new InvalidArgumentError(`It is the end of the calendar: ask about a day before ${endOfTime}.`);
}

/** A whole number that databases and calendars can hold. */
export function count(text: string, _?: unknown, most = 1_000_000): number {
  if (/^\d{1,7}$/.test(text) && Number(text) <= most) return Number(text);
  throw new InvalidArgumentError(`It is not a whole number from 0 to ${most}.`);
}

/** At most a hundred years: the calendar goes back no further. */
export function days(text: string): number {
  return count(text, undefined, 36_525);
}

/** Another text would be told as a checkpoint that was removed. */
export function checkpointOption(about: string): Option {
  return new Option("--checkpoint <hash>", `the hash of a checkpoint that was noted elsewhere, ${about}`).argParser(
    (text: string) => {
      if (Digest.safeParse(text).success) return text;
      throw new InvalidArgumentError("It is not the hash of a checkpoint: copy its 64 hexadecimal digits.");
    },
  );
}

/** A year of four digits. */
export function year(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is not a year: write four digits, such as 2015.");
}

export function yearsOption(): Option {
  return new Option("--year <year>", "the reporting year; may be repeated").argParser(
    (text: string, before: number[] | undefined) => [...(before ?? []), year(text)],
  );
}

/** 0 lets the system choose. */
export function port(text: string): number {
  return count(text, undefined, 65_535);
}

export function atLeastOne(text: string): number {
  const number = count(text);
  if (number > 0) return number;
  throw new InvalidArgumentError("It is at least 1.");
}

/** At most a day; fractions of a second are allowed. */
export function seconds(text: string): number {
  const number = Number(text);
  if (text.trim() !== "" && number >= 0 && number <= 86_400) return number;
  throw new InvalidArgumentError("It is not a number of seconds from 0 to 86400.");
}

/** An option that may be given several times; several values mean "or". */
export function repeatable(flags: string, description: string, choices?: readonly string[]): Option {
  const option = new Option(flags, `${description}; may be repeated`);
  return option.argParser((text: string, before: string[] | undefined) => {
    if (choices !== undefined && !choices.includes(text))
      throw new InvalidArgumentError(`Allowed choices are ${choices.join(", ")}.`);
    return [...(before ?? []), text];
  });
}

/** Adds the options that narrow a list of follow-ups by organization, report and theme; `day` says when it is responsible. */
export function withFollowUpFilters(command: Command, day = "that day"): Command {
  return command
    .addOption(repeatable("--responsible <name>", `the organization responsible on ${day}, by id, code or name`))
    .addOption(repeatable("--addressee <name>", "the addressee as printed"))
    .addOption(repeatable("--report <reference>", "the report"))
    .addOption(repeatable("--theme <theme>", "the theme"));
}

export type Format = "table" | "json" | "csv" | "xlsx";

export function formatOption(formats: readonly Format[] = ["table", "json"]): Option {
  return new Option("--format <format>", "the output format").choices(formats).default("table");
}

/** Every list can be written as a file for a spreadsheet too. */
export function listFormatOption(): Option {
  return formatOption(["table", "json", "csv", "xlsx"]);
}

export function asOfOption(): Option {
  return new Option("--as-of <day>", "the day asked about, past or future (default: today)").argParser(askedDay);
}

export function knownAtOption(): Option {
  return new Option(
    "--known-at <moment>",
    "with only what had been recorded by then; a day means its end (may be slow)",
  );
}

export function minDaysOption(): Option {
  return new Option("--min-days <n>", "at least this number of days overdue").argParser(days);
}

export function againstOption(): Option {
  return new Option("--against <date>", "count from the current or the original due date")
    .choices(["current", "original"])
    .default("current");
}

/** Whoever can open a local database may see its drafts. */
export function draftsOption(): Option {
  return new Option("--drafts", "also drafts");
}

export function languageOption(): Option {
  return new Option(
    "--lang <code>",
    "the language of the answer: nl, fr, de or en; of names and titles any, such as es",
  ).argParser((text: string) => {
    if (ShownLanguage.safeParse(text).success) return text;
    throw new InvalidArgumentError("It is not an ISO 639-1 code, such as en, fr, nl or de.");
  });
}

export function limitOption(): Option {
  return new Option("--limit <n>", "at most this number").argParser(count);
}

/** A limit that cannot be raised. */
export function atMost(most: number): Option {
  return new Option("--limit <n>", `at most this number, up to ${most}`)
    .argParser((text) => count(text, undefined, most))
    .default(most);
}

/** The action of a command; commander passes the command itself as the last argument. */
export type Act<Options> = (options: Options, command: Command) => Promise<void>;
