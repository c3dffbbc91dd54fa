import { homedir } from "node:os";
import {
  type Day,
  DomainError,
  dayIn,
  type Id,
  type Instant,
  momentNamed,
  type NamedFilter,
  type NameKind,
  namedFilter,
  organizationNamed,
  publicReader,
  type Reader,
  type Settings,
  type TrackerReads,
  type WrittenFilter,
} from "@heed/core";
import {
  type Database,
  type DatabaseLimits,
  defaultDatabaseUrl,
  type OpenMode,
  openDatabase,
  trackerReads,
} from "@heed/store";
import type { Command } from "commander";

/** What a command works with. */
export type Tracker = { database: Database; reads: TrackerReads; reader: Reader; settings: Settings; today: Day };

/** The database that the options, the environment or the user's data folder name. */
export function databaseUrlOf(command: Command): string {
  const { database } = command.optsWithGlobals<{ database?: string }>();
  return database ?? process.env.HEED_DATABASE ?? defaultDatabaseUrl(process.env, process.platform, homedir());
}

/** Errors: invalidInput when it is no number of seconds. */
function limitsOf(writeWait: string | undefined): Partial<DatabaseLimits> {
  if (!writeWait) return {};
  const wait = Number(writeWait);
  if (wait >= 0 && wait <= 86_400) return { patience: wait * 1000 };
  throw new DomainError("invalidInput", "HEED_WRITE_WAIT is no number of seconds from 0 to 86400");
}

/** Opens the database, does the work and closes it whatever happens. */
export async function withTracker<Result>(
  command: Command,
  work: (tracker: Tracker) => Promise<Result>,
  mode: OpenMode = "read",
): Promise<Result> {
  const database = await openDatabase(databaseUrlOf(command), { mode, limits: limitsOf(process.env.HEED_WRITE_WAIT) });
  try {
    const reads = trackerReads(database);
    const settings = await reads.settings();
    const today = todayIn(settings.timeZone);
    return await work({ database, reads, reader: publicReader, settings, today });
  } finally {
    await database.close();
  }
}

/** The same for a reader who sees drafts, where they are asked for. */
export function seeingDrafts(tracker: Tracker, drafts: boolean | undefined): Tracker {
  return drafts === true ? { ...tracker, reader: { role: "editor", organizations: [] } } : tracker;
}

/** The moment that --known-at names; a day means its end (decision 33). Errors: invalidInput. */
export function knownAtOf({ settings }: Tracker, given: string | undefined): { knownAt?: Instant } {
  if (given === undefined) return {};
  const knownAt = momentNamed(given, settings);
  if (knownAt !== undefined) return { knownAt };
  throw new DomainError("invalidInput", "--known-at is no day or moment", [
    { name: "--known-at", value: given, detail: "write 2015-06-30 or 2015-06-30T12:00:00Z" },
  ]);
}

/**
 * The day it is now in the installation's time zone (D10). A process has a zone of its own: to set it costs nothing, while the
 * first question to Intl costs an eighth of a whole command. An unknown zone counts as UTC there, so Intl is asked then.
 */
function todayIn(timeZone: string): Day {
  process.env.TZ = timeZone;
  const now = new Date();
  if (now.getTimezoneOffset() === 0) return dayIn(timeZone, now.toISOString());
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What the options that name something name. Errors: unknownValue, ambiguousReference, with each option. */
export function filterOf({ reads, reader }: Tracker, options: WrittenFilter): Promise<NamedFilter> {
  return namedFilter(reads, reader, options, {
    nameOf: (filter) => optionNames[filter],
    hintOf: (kind) => hints[kind],
  });
}

export const optionNames: Record<keyof WrittenFilter, string> = {
  addressee: "--addressee",
  responsible: "--responsible",
  report: "--report",
  reference: "--reference",
  theme: "--theme",
  reportingYear: "--year",
  q: "--search",
};

const hints: Partial<Record<NameKind, string>> = {
  organization: "list them with: heed organization list",
  report: "list them with: heed report list",
  recommendation: "list them with: heed recommendation list",
};

/** The one organization that an option names by id, code or name. Errors: unknownValue; ambiguousReference. */
export function theOrganization({ reads, reader }: Tracker, option: string, name: string): Promise<Id> {
  return organizationNamed(reads, reader, name, { name: option, hint: hints.organization });
}

/** The same for an option that names several. */
export async function organizationsOf(
  tracker: Tracker,
  option: string,
  given: readonly string[] | undefined,
): Promise<readonly Id[] | undefined> {
  return given && Promise.all(given.map((name) => theOrganization(tracker, option, name)));
}

/** The reports that an option names by id or reference. Errors: unknownValue. */
export async function reportsOf(
  tracker: Tracker,
  given: readonly string[] | undefined,
): Promise<readonly Id[] | undefined> {
  return (await filterOf(tracker, { report: given })).report;
}
