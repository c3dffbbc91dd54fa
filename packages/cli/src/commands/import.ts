import { userInfo } from "node:os";
import type { ImportSource } from "@heed/api/imports/import-file";
import { DomainError, type RecordFile } from "@heed/core";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import { copyFiles, type FilesAt, filePlaceOf, filesOf } from "@heed/store";
import { type Command, InvalidArgumentError } from "commander";
import { actorNamed } from "../acting/acting-as.ts";
import { type Format, formatOption } from "../options/options.ts";
import { tellImport, toldOfRows } from "../present/import-told.ts";
import { tellLost } from "../present/lost-files.ts";
import { progressBar } from "../present/progress-bar.ts";
import { plural } from "../present/words.ts";
import { filesAtOf, requireNoOther, serverOf, type Tracker, withTrackerOrNew } from "../process/tracker.ts";
import { writeError } from "../process/write.ts";

type Options = {
  mapping?: string;
  create?: boolean;
  dryRun?: boolean;
  skipInvalid?: boolean;
  acceptCorrections?: boolean;
  reuseReferences?: boolean;
  editionDay?: string;
  fact?: Readonly<Record<string, string>>;
  withFiles?: string;
  as?: string;
  format: Format;
};

export function addImport(program: Command): void {
  program
    .command("import <file>")
    .description(
      "Import a file: Heed's own record (YAML or JSON), or any CSV, JSON, Excel (xlsx) or Word (docx) file with a mapping",
    )
    .option("--mapping <file>", "how the columns become reports, recommendations, addressees and answers")
    .option("--create", "create the database if there is none; in the default place it is created without this option")
    .option("--dry-run", "show what would happen, and change nothing")
    .option("--skip-invalid", "leave rejected rows out; without it one rejected row rejects the whole file")
    .option(
      "--accept-corrections",
      "accept changed facts about known things, as a new version or a correction; the old one is kept. Without it such a row is rejected",
    )
    .option(
      "--reuse-references",
      "a new recommendation may take a reference that another one of its report had before a correction. Without it such a row is rejected",
    )
    .option(
      "--edition-day <day>",
      "the day of this edition of its source, where the mapping does not find it in the file's name",
    )
    .option(
      "--fact <name=value>",
      "a fact that is not in the file, by its name in the mapping; may be repeated",
      addFact,
    )
    .option(
      "--with-files <folder>",
      "the folder of the files of evidence that the record names, as heed export wrote it",
    )
    .option("--as <actor>", "who is recorded as having imported it")
    .addOption(formatOption())
    .action(async (file: string, options: Options, command: Command) => {
      const server = serverOf(command);
      if (server !== undefined) return importThere(server, file, options, command);
      // Faults in the files are reported before the database is opened.
      const source = await sourceOf(file, options);
      await withTrackerOrNew(command, options, async (tracker) => {
        if (source.kind === "record" && options.dryRun !== true)
          await takeFiles(tracker, source.record, options.withFiles, await filesAtOf(command));
        await tellResult(file, dayText(source), options, () => importHere(tracker, file, source, options));
      });
    });
}

/** Tells what an import did, or why it did nothing. */
async function tellResult(
  file: string,
  first: string,
  { format }: Options,
  work: () => Promise<ImportResult>,
): Promise<void> {
  await tellImport(format, work, (result) => `${first}${resultText(file, result)}`);
}

/** By a service, as the person of the token. */
async function importThere(server: string, file: string, options: Options, command: Command): Promise<void> {
  for (const name of ["create", "withFiles"])
    if (command.getOptionValueSource(name) === "cli")
      throw new DomainError(
        "invalidInput",
        `--${command.options.find((each) => each.attributeName() === name)?.long?.slice(2)} is not for a service: it has a database and files of its own`,
      );
  requireNoOther(command);
  if (options.mapping === undefined) await requireRecord(file);
  const { importByService } = await import("../remote/import-by-service.ts");
  const { serviceAt } = await import("../remote/service.ts");
  const { editionDay, fact = {}, mapping, dryRun = false } = options;
  const { skipInvalid = false, acceptCorrections = false, reuseReferences = false } = options;
  const asked = {
    ...{ dryRun, skipInvalid, acceptCorrections, reuseReferences, ...(editionDay && { editionDay }) },
    facts: Object.entries(fact).map(([name, value]) => ({ name, value })),
  };
  const bar = progressBar("Importing");
  const service = serviceAt(server, process.env.HEED_TOKEN);
  const work = () => importByService(service, { file, mapping, asked }, bar.at).finally(bar.end);
  await tellResult(file, "", options, work);
}

/** Errors: invalidInput for what is no record; unreadableFile. */
async function requireRecord(file: string): Promise<void> {
  const { isRecordFile } = await import("@heed/files");
  if (await isRecordFile(file)) return;
  throw new DomainError(
    "invalidInput",
    `${file} is not a record in Heed's own format; for another body's file name its mapping with --mapping (docs/mappings.md)`,
  );
}

function addFact(given: string, known: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, name, value] = /^([^=]*[^=\s])\s*=(.*)$/s.exec(given) ?? [];
  if (name === undefined || value === undefined || value.trim() === "")
    throw new InvalidArgumentError('write it as name=value, such as --fact "Session=34"');
  return { ...known, [name.trim()]: value };
}

/** Loaded only here, so that other commands start without the code that reads files. */
const loadImporting = () => import("@heed/api/imports/import-file");

async function sourceOf(file: string, { mapping, editionDay }: Options): Promise<ImportSource> {
  const { recordSource, tableSource } = await loadImporting();
  if (mapping !== undefined) return tableSource(file, mapping, editionDay);
  await requireRecord(file);
  return recordSource(file);
}

/** The files that a record names, before it: one that is not imported after all leaves them to heed file clean. */
async function takeFiles(
  { database }: Tracker,
  { followUps }: RecordFile,
  folder: string | undefined,
  own: FilesAt | undefined,
): Promise<void> {
  const digests = new Set(followUps.flatMap(({ entries }) => entries.flatMap(filesOf)).map(({ digest }) => digest));
  const to = filePlaceOf(database, own);
  const from = folder === undefined ? to : filePlaceOf(database, folder);
  tellLost(await copyFiles(digests, { from, to, writing: (work) => database.transaction(work) }));
}

async function importHere(
  tracker: Tracker,
  file: string,
  source: ImportSource,
  options: Options,
): Promise<ImportResult> {
  const { importFile } = await loadImporting();
  const bar = progressBar("Importing");
  const systemUser = userInfo().username;
  const { dryRun, skipInvalid, acceptCorrections, reuseReferences, fact: facts } = options;
  try {
    return await importFile(tracker.database, file, source, {
      ...{ systemUser, at: new Date().toISOString(), settings: tracker.settings, facts },
      actor: options.as === undefined ? systemUser : actorNamed("--as", options.as),
      ...{ dryRun: dryRun ?? false, skipInvalid: skipInvalid ?? false },
      ...{ acceptCorrections: acceptCorrections ?? false, reuseReferences: reuseReferences ?? false },
      onRead: bar.at,
      onProgress: ({ phase, done, total }) => {
        if (phase === "folding" && done === 0) warnThatOthersWait(total);
        if (phase === "deriving") bar.at({ done, ...(total === undefined ? {} : { total }) });
      },
    });
  } finally {
    bar.end();
  }
}

/** Writing more rows than this takes longer than other writers wait. */
const rowsWithoutWarning = 10_000;

/** An import is one transaction, and a database has one writer at a time. */
function warnThatOthersWait(rows = 0): void {
  if (rows > rowsWithoutWarning)
    writeError(
      `heed: ${rows} rows are being written; until that is done, the service answers reads and refuses acts\n`,
    );
}

function resultText(file: string, result: ImportResult): string {
  const { created, unchanged, withoutAddressee, rows, dryRun } = result;
  const isNew =
    result.corrected + result.correctedReports + result.correctedEntries > 0 ||
    Object.values(created).some((count) => count > 0);
  const lines = [
    isNew
      ? `${dryRun ? "Would import" : "Imported"} ${file} (${plural(rows, "row")}): ${createdText(created)} new.`
      : `${file} (${plural(rows, "row")}): nothing is new, nothing was changed.`,
  ];
  if (result.corrected > 0)
    lines.push(
      `${plural(result.corrected, "recommendation has", "recommendations have")} a new version; the old one is kept.`,
    );
  if (result.correctedReports > 0)
    lines.push(`${plural(result.correctedReports, "report was", "reports were")} corrected; what was known is kept.`);
  if (result.correctedEntries > 0)
    lines.push(
      `${plural(result.correctedEntries, "known entry has", "known entries have")} another day or other words now; the old is kept.`,
    );
  if (unchanged > 0)
    lines.push(`${plural(unchanged, "recommendation was", "recommendations were")} there already, unchanged.`);
  if (withoutAddressee > 0)
    lines.push(
      `${plural(withoutAddressee, "recommendation names", "recommendations name")} no addressee: nobody owes anything there.`,
    );
  lines.push(...toldOfRows(result));
  return `${lines.join("\n")}\n`;
}

function createdText({ organizations, reports, recommendations, followUps, entries }: ImportResult["created"]): string {
  return [
    plural(organizations, "organization"),
    plural(reports, "report"),
    plural(recommendations, "recommendation"),
    plural(followUps, "follow-up"),
    plural(entries, "entry", "entries"),
  ].join(", ");
}

/** The day by which undated facts count as known, where the source does not tell one. */
function dayText(source: ImportSource): string {
  if (source.kind === "record" || source.day !== undefined || source.mapping.edition === undefined) return "";
  return "The file's name does not tell the day of this edition: what is undated counts as known today. --edition-day names it.\n";
}
