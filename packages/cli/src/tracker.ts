import { homedir } from "node:os";
import {
  type Day,
  DomainError,
  dayIn,
  type Id,
  type Instant,
  momentNamed,
  publicReader,
  type Reader,
  type Settings,
  type TrackerReads,
} from "@heed/core";
import { type Database, defaultDatabaseUrl, type OpenMode, openDatabase, trackerReads } from "@heed/store";
import type { Command } from "commander";

/** What a command works with. */
export type Tracker = { database: Database; reads: TrackerReads; reader: Reader; settings: Settings; today: Day };

/** The database that the options, the environment or the user's data folder name. */
export function databaseUrlOf(command: Command): string {
  const { database } = command.optsWithGlobals<{ database?: string }>();
  return database ?? process.env.HEED_DATABASE ?? defaultDatabaseUrl(process.env, process.platform, homedir());
}

/** Opens the database, does the work and closes it whatever happens. */
export async function withTracker<Result>(
  command: Command,
  work: (tracker: Tracker) => Promise<Result>,
  mode: OpenMode = "read",
): Promise<Result> {
  const database = await openDatabase(databaseUrlOf(command), { mode });
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

/** The organizations that an option names by id, code or name. Errors: unknownOrganization. */
export function organizationsOf(
  { reads }: Tracker,
  option: string,
  given: readonly string[] | undefined,
): Promise<readonly Id[] | undefined> {
  return allNamed(option, given, (text) => reads.organizationsNamed(text), {
    code: "unknownOrganization",
    message: "there is no such organization",
    detail: "no organization has this id, code or name; list them with: heed organization list",
  });
}

/** The reports that an option names by id or reference. Errors: notFound. */
export function reportsOf(
  { reads, reader }: Tracker,
  given: readonly string[] | undefined,
): Promise<readonly Id[] | undefined> {
  return allNamed("--report", given, (text) => reads.reportsNamed(reader, text), {
    code: "notFound",
    message: "there is no such report",
    detail: "no report has this id or reference; list them with: heed report list",
  });
}

async function allNamed(
  name: string,
  given: readonly string[] | undefined,
  find: (text: string) => Promise<readonly Id[]>,
  { code, message, detail }: { code: "unknownOrganization" | "notFound"; message: string; detail: string },
): Promise<readonly Id[] | undefined> {
  if (given === undefined) return undefined;
  const all = await Promise.all(given.map(find));
  const issues = given.flatMap((value, index) => (all[index]?.length === 0 ? [{ name, value, detail }] : []));
  if (issues.length > 0) throw new DomainError(code, message, issues);
  return all.flat();
}
