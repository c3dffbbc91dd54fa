import { DomainError, publicReader, type Reader, readerAs } from "@heed/core";
import type { ReaderRole } from "@heed/core/access/right";
import { copyFiles, exportRecord, filePlaceOf, filesOf, type RecordItem } from "@heed/store";
import { type Command, Option } from "commander";
import { organizationsOf, requireOwnOrganization } from "../named/the-organization.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import { languageOption, repeatable } from "../options/options.ts";
import { tellLost } from "../present/lost-files.ts";
import { servicePath } from "../process/service-path.ts";
import { filesAtOf, requireNoOther, serverOf, type Tracker, withTracker } from "../process/tracker.ts";
import { inOnePiece, writePieces } from "../process/write-pieces.ts";

type Options = {
  to?: string;
  format: "json" | "jsonld" | "csv" | "xlsx";
  base: string;
  lang?: string;
  role: ReaderRole;
  for?: string[];
  withFiles?: string;
};

export function addExport(program: Command): void {
  program
    .command("export")
    .description("Write the record to a file: all of it as JSON, or a row for each entry; heed import reads both")
    .option("--to <file>", "the file (default: standard output)")
    .addOption(new Option("--format <format>", "the format").choices(["json", "jsonld", "csv", "xlsx"]).default("json"))
    .option("--base <url>", "the address of the service, for what linked data (jsonld) names", servicePath)
    .addOption(
      new Option("--role <role>", "the role of the reader: only the issuing body sees drafts and confidential evidence")
        .choices(["public", "respondent", "editor", "assessor"])
        .default("public"),
    )
    .addOption(repeatable("--for <organization>", "the organization of a respondent"))
    .option("--with-files <folder>", "also the files of evidence that it names, in a folder, each named by its digest")
    .addOption(languageOption())
    .action(async (options: Options, command: Command) => {
      requireLanguageFits(options);
      const server = serverOf(command);
      if (server !== undefined) return exportThere(server, options, command);
      await withTracker(command, async (tracker) => {
        const digests = new Set<string>();
        const pieces = await piecesOf(tracker, options, digests);
        await writePieces(options.to, pieces, { forOwner: options.role !== "public" });
        if (options.withFiles !== undefined)
          await tellLost(
            await copyFiles(digests, {
              from: filePlaceOf(tracker.database, await filesAtOf(command)),
              to: filePlaceOf(tracker.database, options.withFiles),
              writing: (work) => tracker.database.transaction(work),
            }),
          );
      });
    });
}

/** What the person of the token sees. */
async function exportThere(server: string, options: Options, command: Command): Promise<void> {
  const given = ["role", "for", "withFiles", "base"].find((name) => command.getOptionValueSource(name) === "cli");
  if (given !== undefined)
    throw new DomainError(
      "invalidInput",
      given === "withFiles"
        ? "--with-files is not for a service: heed file get takes a file of evidence from it"
        : given === "base"
          ? "--base is not for a service, which knows its own address"
          : `--${given} is not for a service: HEED_TOKEN tells who it is`,
    );
  requireNoOther(command);
  const { serviceAt } = await import("../remote/service.ts");
  const { exportedBy, itemsOf } = await import("../remote/export-by-service.ts");
  const isJson = options.format === "json" || options.format === "jsonld";
  const text = exportedBy(serviceAt(server, process.env.HEED_TOKEN), options.format === "jsonld");
  const pieces = isJson ? text : await written(itemsOf(text), publicReader, options);
  // Whatever the token may see is for its owner.
  await writePieces(options.to, pieces, { forOwner: Boolean(process.env.HEED_TOKEN) });
}

async function piecesOf(
  tracker: Tracker,
  options: Options,
  digests: Set<string>,
): Promise<AsyncIterable<string | Uint8Array>> {
  requireOwnOrganization(options.role, "--for", options.for);
  const organizations = (await organizationsOf(tracker, "--for", options.for)) ?? [];
  const reader: Reader = { ...readerAs(options.role, organizations), today: tracker.today };
  const items = noting(digests, exportRecord(tracker.database, reader, tracker.today, tracker.settings));
  return written(items, reader, options);
}

/** The items in the format that is asked for. */
async function written(
  items: AsyncIterable<RecordItem>,
  reader: Reader,
  options: Options,
): Promise<AsyncIterable<string | Uint8Array>> {
  const { inLargerPieces, recordContextOf, recordText, tableCsv, tableRows, tableWorkbook } = await import(
    "@heed/files"
  );
  if (options.format === "json") return inLargerPieces(recordText(items, reader));
  if (options.format === "jsonld") return inLargerPieces(recordText(items, reader, recordContextOf(options.base)));
  const rows = tableRows(items, options.lang);
  return options.format === "csv" ? inLargerPieces(tableCsv(rows)) : inOnePiece(() => tableWorkbook(rows));
}

/** The items, with the files that their entries name noted on the way. */
async function* noting(digests: Set<string>, items: AsyncIterable<RecordItem>): AsyncGenerator<RecordItem> {
  for await (const each of items) {
    if (each.list === "followUps") for (const { digest } of each.item.entries.flatMap(filesOf)) digests.add(digest);
    yield each;
  }
}
