import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { DomainError } from "@heed/core";
import type { ActionRole } from "@heed/core/acting/action-rule";
import { figuresActs } from "@heed/core/statistics/workbook/figures-acts";
import { makeFiguresWorkbook } from "@heed/core/statistics/workbook/figures-workbook";
import { readerLanguage } from "@heed/core/wording/reader-language";
import { type Command, InvalidArgumentError, Option } from "commander";
import { actingAs } from "../acting/acting-as.ts";
import { sayIn } from "../messages/say.ts";
import { organizationsOf, theOrganization } from "../named/the-organization.ts";
import { languageOption, repeatable } from "../options/options.ts";
import { requireNoOther, seeingDrafts, serverOf, type Tracker, withTracker } from "../process/tracker.ts";
import { write } from "../process/write.ts";
import { inOnePiece, writePieces } from "../process/write-pieces.ts";

type WriteOptions = { by: string; deliveredBy: string; year: number; to?: string; lang?: string };

export function addItemWorkbook(item: Command): void {
  item
    .command("workbook")
    .description("Write the workbook in which a centre fills in its numbers of a year, for each series that names it")
    .requiredOption("--by <name>", "the body that collects the numbers")
    .requiredOption("--delivered-by <name>", "who fills it in, as the series name it")
    .addOption(new Option("--year <year>", "the year of the numbers").argParser(yearOf).makeOptionMandatory())
    .option("--to <file>", "the file (default: standard output)")
    .addOption(languageOption())
    .action(async ({ to, ...options }: WriteOptions, command: Command) => {
      await withTracker(command, async (local) => {
        const pieces = await piecesOf(seeingDrafts(local, true), options);
        await writePieces(to, pieces, { forOwner: true });
      });
    });
}

function yearOf(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is no year, such as 2014.");
}

async function piecesOf(
  tracker: Tracker,
  { by, deliveredBy, year, lang }: WriteOptions,
): Promise<AsyncIterable<Uint8Array>> {
  const language = readerLanguage(lang);
  const issuingBody = await theOrganization(tracker, "--by", by);
  if (tracker.service !== undefined) {
    const query = new URLSearchParams({ issuingBody, deliveredBy, year: String(year), lang: language });
    const bytes = await tracker.service.open(`/documents/figuresWorkbook?${query}`);
    if (bytes === undefined) throw new DomainError("notFound", "the service has no such workbook");
    return bytes;
  }
  const { figuresWorkbook } = await import("@heed/files");
  const workbook = await makeFiguresWorkbook(tracker, { issuingBody, deliveredBy, year }, language);
  return inOnePiece(() => figuresWorkbook(workbook));
}

/** Errors: unreadableFile. */
export async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch((error: Error) => {
    throw new DomainError("unreadableFile", `${file}: cannot be read: ${error.message}`);
  });
  if (!found.isFile()) throw new DomainError("unreadableFile", `${file}: it is no file`);
}

type BringOptions = { as?: string; role: ActionRole; for?: string[]; dryRun?: boolean; lang?: string };
type Taken = { dryRun: boolean; taken: number; unchanged: number };

export function addItemBring(item: Command): void {
  item
    .command("bring <file>")
    .description("Take in a filled workbook of numbers, all or nothing; what is wrong is told by sheet and cell")
    .option("--dry-run", "tell what would be taken in, and take nothing")
    .option("--as <name>", "who acts (default: the system's user)")
    .addOption(new Option("--role <role>", "in which role").choices(["editor"]).default("editor"))
    .addOption(repeatable("--for <organization>", "the bodies for which an editor edits (default: all)"))
    .addOption(languageOption())
    .action(async (file: string, options: BringOptions, command: Command) => {
      await requireFile(file);
      const done = await (serverOf(command) === undefined ? bringHere : bringThere)(file, options, command);
      await write(`${sayIn(options.lang).figures.taken(done.taken, done.unchanged, done.dryRun)}\n`);
    });
}

async function bringHere(file: string, options: BringOptions, command: Command): Promise<Taken> {
  const language = readerLanguage(options.lang);
  const { readFigures } = await import("@heed/files");
  const { performRegisterActs } = await import("@heed/store");
  const filled = await readFigures(file, { name: basename(file), language });
  return withTracker(
    command,
    async (tracker) => {
      const organizations = (await organizationsOf(tracker, "--for", options.for)) ?? [];
      const acting = { ...actingAs(options, organizations), settings: tracker.settings };
      const { today, reads } = tracker;
      const reader = { rights: acting.person.rights, today };
      const { acts, unchanged } = await figuresActs({ reads, reader }, filled, { today, language });
      const { dryRun = false } = options;
      if (!dryRun) await performRegisterActs(tracker.database, acts, acting);
      return { dryRun, taken: acts.length, unchanged };
    },
    "write",
  );
}

async function bringThere(file: string, { dryRun = false, lang }: BringOptions, command: Command): Promise<Taken> {
  requireNoOther(command);
  const { serviceAt } = await import("../remote/service.ts");
  const service = serviceAt(serverOf(command) ?? "", process.env.HEED_TOKEN);
  return service.send("post", "/broughtFigures", {
    query: { name: basename(file), ...(dryRun && { dryRun: "true" }), ...(lang !== undefined && { lang }) },
    file: await openAsBlob(file),
  });
}
