import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Day, DomainError, type Instant, publicReader, type Reader, readerAs, type Settings } from "@heed/core";
import type { WrittenFilter } from "@heed/core/naming/named-filter";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { momentOf } from "@heed/core/settings/known-at";
import { timeZoneAt } from "@heed/core/settings/settings";
import { dayIn } from "@heed/core/time/day";
import {
  type Database,
  type DatabaseLimits,
  defaultDatabaseUrl,
  type FilesAt,
  type OpenMode,
  type OpenOptions,
  openDatabase,
  readDatabaseUrl,
  shownDatabaseUrl,
  trackerReads,
} from "@heed/store";
import type { Command } from "commander";
import type { Service } from "../remote/service.ts";
import { readFilesAt } from "./files-at.ts";
import { whoActsIn } from "./program.ts";
import { readSecretFile } from "./secret-file.ts";
import { writeError } from "./write.ts";

/** What a command works with. `database` is that of this machine alone: a service has none for a command. */
export type Tracker = {
  database: Database;
  /** The service that is asked instead of a database. */
  service?: Service;
  reads: TrackerReads;
  /** Where files of evidence lie, if not in the usual place of the database. */
  filesAt: () => Promise<FilesAt | undefined>;
  reader: Reader;
  settings: Settings;
  today: Day;
};

/** The database that the options, the environment or the user's data folder name. */
export function databaseUrlOf(command: Command): string {
  if (serverOf(command) !== undefined) throw onlyHere();
  const named = namedDatabaseOf(command);
  return named === undefined ? defaultDatabaseUrl(process.env, process.platform, homedir()) : withPassword(named);
}

/** The password of PostgreSQL may lie in a file of its own. Errors: invalidInput where it cannot be read, or is empty. */
export function withPassword(named: string): string {
  const file = process.env.HEED_DATABASE_PASSWORD_FILE;
  if (!file || !URL.canParse(named) || !/^postgres(ql)?:/.test(named)) return named;
  const url = new URL(named);
  if (url.password === "") url.password = readSecretFile(file, unreadablePassword);
  return url.toString();
}

function unreadablePassword(detail: string): DomainError {
  const issue = { name: "HEED_DATABASE_PASSWORD_FILE", detail };
  return new DomainError("invalidInput", "the password of the database cannot be read", [issue]);
}

/** Where the user keeps files; undefined for the usual place of the database. Errors: those of readFilesAt(). */
export function filesAtOf(command: Command): Promise<FilesAt | undefined> {
  const { files } = command.optsWithGlobals<{ files?: string }>();
  return readFilesAt(files ?? (process.env.HEED_FILES || undefined), process.env);
}

/** The database that the user named. A name can be mistyped; the default place cannot. */
function namedDatabaseOf(command: Command): string | undefined {
  return command.optsWithGlobals<{ database?: string }>().database ?? process.env.HEED_DATABASE;
}

type Making = { create?: boolean | undefined; dryRun?: boolean | undefined };

/** As withTracker(), to write. A missing database is created when the user asks for it, or in the default place. */
export async function withTrackerOrNew(
  command: Command,
  { create, dryRun }: Making,
  work: (tracker: Tracker) => Promise<void>,
): Promise<void> {
  const url = databaseUrlOf(command);
  const missing = await cannotOpen(url);
  if (missing !== undefined && missing.code !== "databaseMissing") throw missing;
  if (missing === undefined) return withTracker(command, work, "write");
  if (create !== true && namedDatabaseOf(command) !== undefined)
    throw new DomainError(missing.code, `${missing.message}, or with --create`);
  const made = madeText(command, missing);
  if (dryRun !== true)
    return withTracker(
      command,
      async (tracker) => {
        if (made !== undefined) writeError(made);
        try {
          await work(tracker);
        } catch (error) {
          writeError("Nothing was written to it: it is empty, and stays for the next import.\n");
          throw error;
        }
      },
      "upgrade",
    );
  writeError(`There is no database at ${shownDatabaseUrl(url)} yet: tried on an empty one.\n`);
  const folder = await mkdtemp(join(tmpdir(), "heed-dry-run-"));
  try {
    await withDatabase(command, `file:${folder}/heed.sqlite`, "upgrade", work);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * What tells that a database is made, so that a mistyped name shows; undefined when `why` it could not be opened is another
 * reason than that it is missing. To be asked before it is made.
 */
export function madeText(command: Command, why: DomainError | undefined): string | undefined {
  if (why?.code !== "databaseMissing") return undefined;
  const url = databaseUrlOf(command);
  const place = readDatabaseUrl(url);
  const folder = place.dialect === "sqlite" ? dirname(place.file) : undefined;
  const isNewFolder = namedDatabaseOf(command) !== undefined && folder !== undefined && !existsSync(folder);
  return `Made the database ${shownDatabaseUrl(url)}.\n${isNewFolder ? `Its folder is new, too: ${folder}\n` : ""}`;
}

/** Why a database cannot be opened to write; undefined when it can. */
export async function cannotOpen(url: string): Promise<DomainError | undefined> {
  try {
    await (await openDatabase(url, { mode: "write", limits: limitsOf(process.env.HEED_WRITE_WAIT) })).close();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** Errors: invalidInput when it is not a number of seconds. */
function limitsOf(writeWait: string | undefined): Partial<DatabaseLimits> {
  if (!writeWait) return {};
  const wait = Number(writeWait);
  if (writeWait.trim() !== "" && wait >= 0 && wait <= 86_400) return { patience: wait * 1000 };
  throw new DomainError("invalidInput", "HEED_WRITE_WAIT is not a number of seconds from 0 to 86400");
}

/** Opens the database, does the work, and always closes the database. */
export async function withTracker<Result>(
  command: Command,
  work: (tracker: Tracker) => Promise<Result>,
  mode: OpenMode = "read",
  onDerive?: OpenOptions["onDerive"],
): Promise<Result> {
  const server = serverOf(command);
  if (server === undefined) return withDatabase(command, databaseUrlOf(command), mode, work, onDerive);
  if (mode === "upgrade") throw onlyHere();
  requireNoOther(command);
  return withService(server, work);
}

/** The service that is asked instead of a database. */
export function serverOf(command: Command): string | undefined {
  return command.optsWithGlobals<{ server?: string }>().server;
}

function onlyHere(): DomainError {
  return new DomainError("invalidInput", "this command works on a database itself, and not with --server");
}

/** The token tells who reads and acts, and the service has a database of its own. Errors: invalidInput. */
export function requireNoOther(command: Command): void {
  const other = ["database", ...whoActsIn(command)].find(
    (name) => command.getOptionValueSourceWithGlobals(name) === "cli",
  );
  if (other === undefined) return;
  const detail = other === "database" ? "the service has its own" : "HEED_TOKEN tells who it is";
  throw new DomainError("invalidInput", `--${other} is not for a service: ${detail}`);
}

/** What reads a service is loaded only when one is asked. */
async function withService<Result>(server: string, work: (tracker: Tracker) => Promise<Result>): Promise<Result> {
  const { serviceAt } = await import("../remote/service.ts");
  const { remoteReads } = await import("../remote/remote-reads.ts");
  const service = serviceAt(server, process.env.HEED_TOKEN);
  const reads = remoteReads(service);
  const settings = await reads.settings();
  const today = todayIn(timeZoneAt(settings, new Date().toISOString()));
  const tracker = { service, reads, filesAt: async () => undefined, reader: publicReader, settings, today };
  // Of a service nobody has the database: a command that works on it refuses, and one that passes the tracker on does not ask for it.
  return work(Object.defineProperty(tracker, "database", { get: refuseDatabase }) as unknown as Tracker);
}

function refuseDatabase(): never {
  throw onlyHere();
}

async function withDatabase<Result>(
  command: Command,
  url: string,
  mode: OpenMode,
  work: (tracker: Tracker) => Promise<Result>,
  onDerive?: OpenOptions["onDerive"],
): Promise<Result> {
  const limits = limitsOf(process.env.HEED_WRITE_WAIT);
  const database = await openDatabase(url, { mode, limits, ...(onDerive && { onDerive }) });
  try {
    const reads = trackerReads(database);
    const settings = await reads.settings();
    const today = todayIn(timeZoneAt(settings, new Date().toISOString()));
    return await work({ database, reads, filesAt: () => filesAtOf(command), reader: publicReader, settings, today });
  } finally {
    await database.close();
  }
}

/** The tracker for a reader who may see drafts, when drafts are asked for. */
export function seeingDrafts(tracker: Tracker, drafts: boolean | undefined): Tracker {
  return drafts === true ? { ...tracker, reader: readerAs("editor") } : tracker;
}

/** The moment of --known-at; a day means the end of that day (D16). Errors: invalidInput. */
export function knownAtOf({ settings }: Tracker, given: string | undefined): { knownAt?: Instant } {
  if (given === undefined) return {};
  const knownAt = momentOf(given, settings);
  if (knownAt !== undefined) return { knownAt };
  throw new DomainError("invalidInput", "--known-at is not a day or moment", [
    { name: "--known-at", value: given, detail: "write 2015-06-30 or 2015-06-30T12:00:00Z" },
  ]);
}

/**
 * Today in the installation's time zone (D10). Setting the time zone of the process costs nothing, while loading Intl
 * costs an eighth of a whole command. For a zone that the process does not know it would silently use UTC, so then Intl
 * is used.
 */
function todayIn(timeZone: string): Day {
  process.env.TZ = timeZone;
  const now = new Date();
  if (now.getTimezoneOffset() === 0) return dayIn(timeZone, now.toISOString());
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const optionNames: Record<keyof WrittenFilter, string> = {
  issuingBody: "--by",
  addressee: "--addressee",
  responsible: "--responsible",
  report: "--report",
  reference: "--reference",
  theme: "--theme",
  reportingYear: "--year",
  q: "--search",
};
