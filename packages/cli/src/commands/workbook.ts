import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { DomainError, readerAs } from "@heed/core";
import type { ActionRole } from "@heed/core/acting/action-rule";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import { readerLanguage } from "@heed/core/wording/reader-language";
import { makeWorkbook } from "@heed/core/workbook/make-workbook";
import { type Command, Option } from "commander";
import { actingAs } from "../acting/acting-as.ts";
import { organizationsOf, theOrganization } from "../named/the-organization.ts";
import { type Format, formatOption, languageOption, repeatable } from "../options/options.ts";
import { tellImport, toldOfRows } from "../present/import-told.ts";
import { plural } from "../present/words.ts";
import type { HeedCommand } from "../process/program.ts";
import { requireNoOther, serverOf, type Tracker, withTracker } from "../process/tracker.ts";
import { writeError } from "../process/write.ts";
import { inOnePiece, writePieces } from "../process/write-pieces.ts";

/** Adds the commands of the workbook of what an organization owes. */
export function addWorkbook(program: HeedCommand): void {
  const workbook = program
    .command("workbook")
    .description("What an organization owes, as an Excel workbook that somebody fills in, and back as drafts");
  addWrite(workbook);
  addRead(workbook);
}

type WriteOptions = { to?: string; lang?: string };

function addWrite(parent: HeedCommand): void {
  parent
    .command("write <organization>")
    .description("Write the workbook of what an organization owes")
    .option("--to <file>", "the file (default: standard output)")
    .addOption(languageOption())
    .action(async (named: string, { to, lang }: WriteOptions, command: Command) => {
      await withTracker(command, async (tracker) => {
        const pieces = await piecesOf(tracker, await theOrganization(tracker, "organization", named), lang);
        await writePieces(to, pieces, { forOwner: true });
      });
    });
}

async function piecesOf(
  { service, reads, today }: Tracker,
  organization: string,
  lang: string | undefined,
): Promise<AsyncIterable<Uint8Array>> {
  const language = readerLanguage(lang);
  if (service !== undefined) {
    const bytes = await service.open(`/organizations/${encodeURIComponent(organization)}/workbook?lang=${language}`);
    if (bytes === undefined) throw new DomainError("notFound", `there is no organization ${organization}`);
    return bytes;
  }
  const { answersWorkbook } = await import("@heed/files");
  const reader = { ...readerAs("respondent", [organization]), today };
  const workbook = await makeWorkbook({ reads, reader, organization, today, language });
  return inOnePiece(() => answersWorkbook(workbook));
}

type ReadOptions = {
  as?: string;
  role: ActionRole;
  for?: string[];
  dryRun?: boolean;
  skipInvalid?: boolean;
  format: Format;
};

function addRead(parent: HeedCommand): void {
  parent
    .command("read <file>")
    .description("Make drafts of what somebody filled in; one row that cannot be read refuses the whole file")
    .option("--dry-run", "tell what would happen, and make no drafts")
    .option("--skip-invalid", "leave the rows out that cannot be read")
    .option("--as <name>", "who acts (default: the system's user)")
    .addOption(new Option("--role <role>", "in which role").choices(["respondent", "editor"]).default("respondent"))
    .addOption(repeatable("--for <organization>", "the organization of a respondent (default: that of the workbook)"))
    .addOption(formatOption())
    .action(async (file: string, options: ReadOptions, command: Command) => {
      const read = serverOf(command) === undefined ? readHere : readThere;
      await tellImport(
        options.format,
        () => read(file, options, command),
        (result) => resultText(basename(file), result),
      );
    });
}

async function readHere(file: string, options: ReadOptions, command: Command): Promise<ImportResult> {
  const name = basename(file);
  await requireThere(file);
  const { readAnswers } = await import("@heed/files");
  const { takeWorkbook } = await import("@heed/store");
  const workbook = await readAnswers(file, { name, language: "en" });
  const { dryRun = false, skipInvalid = false } = options;
  return withTracker(
    command,
    async (tracker) => {
      const own = options.role === "respondent" ? [workbook.organization] : [];
      const organizations = (await organizationsOf(tracker, "--for", options.for)) ?? own;
      const acting = { ...actingAs(options, organizations), settings: tracker.settings };
      return takeWorkbook(tracker.database, {
        ...acting,
        ...{ workbook, file: name, language: "en", dryRun, skipInvalid },
      });
    },
    "write",
  );
}

/** Errors: unreadableFile for a file that is not there. */
async function requireThere(file: string): Promise<void> {
  const stream = createReadStream(file, { end: 0 });
  try {
    for await (const _ of stream);
  } catch (error) {
    throw new DomainError("unreadableFile", `${file}: cannot be read: ${(error as Error).message}`);
  }
}

async function readThere(file: string, options: ReadOptions, command: Command): Promise<ImportResult> {
  requireNoOther(command);
  await requireThere(file);
  const { importByService } = await import("../remote/import-by-service.ts");
  const { serviceAt } = await import("../remote/service.ts");
  const { dryRun = false, skipInvalid = false } = options;
  const asked = { kind: "workbook", dryRun, skipInvalid } as const;
  const service = serviceAt(serverOf(command) ?? "", process.env.HEED_TOKEN);
  return importByService(service, { file, asked }, () => undefined);
}

function resultText(file: string, result: ImportResult): string {
  const { rows, drafts = 0, dryRun } = result;
  const made = `${dryRun ? "Would make" : "Made"} ${plural(drafts, "draft")}`;
  if (drafts > 0 && !dryRun) writeError("heed: nobody else sees a draft until it is submitted: heed draft list\n");
  return `${[`${made} of ${file} (${plural(rows, "row")}).`, ...toldOfRows(result)].join("\n")}\n`;
}
