import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { DomainError, type Id } from "@heed/core";
import type { PlaceInFile } from "@heed/core/drafting/proposed/proposed-recommendation";
import { type RemarkedRecommendation, remarkedIn } from "@heed/core/drafting/proposed/remarked";
import { Language } from "@heed/core/localized-text";
import { requireDraft } from "@heed/core/register/require-draft";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type Say, sayIn } from "../messages/say.ts";
import { theReport } from "../named/the-report.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import { type Format, formatOption, languageOption } from "../options/options.ts";
import { remarkLines, remarkWithText } from "../present/remark-text.ts";
import { seeingDrafts, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";

type Options = { report: string; language?: string; format: Format; lang?: string };

/** What was found, as the service answers it too. */
type Remarked = { items: readonly RemarkedRecommendation[]; others: number };

/** Adds a command on recommendations. */
export function addRecommendationPropose(program: Command): void {
  program.commands
    .find((each) => each.name() === "recommendation")
    ?.command("propose <file>")
    .description(
      "Find the recommendations of a Word file, workbook, CSV or text, with what to look at; nothing is added",
    )
    .requiredOption("--report <reference>", "the draft report to which they would be added")
    .addOption(
      new Option("--language <code>", "of a text that does not name its own (default: the report's first)").argParser(
        languageCode,
      ),
    )
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (file: string, options: Options, command: Command) => {
      requireLanguageFits(options);
      await withTracker(command, (tracker) => propose(seeingDrafts(tracker, true), file, options));
    });
}

function languageCode(text: string): string {
  if (Language.safeParse(text).success) return text;
  throw new InvalidArgumentError("It is not an ISO 639-1 code, such as en, fr, nl or de.");
}

async function propose(tracker: Tracker, file: string, options: Options): Promise<void> {
  await requireFile(file);
  const report = await theReport(tracker, options.report);
  const { items, others } = await (tracker.service ? readThere : readHere)(tracker, report, file, options);
  if (options.format === "json")
    return writeJson({
      ...{ file: basename(file), total: items.length, others },
      items: items.map(({ remarks, ...item }) => ({ ...item, remarks: remarks.map(remarkWithText) })),
    });
  const say = sayIn(options.lang);
  const left = others > 0 ? ` ${say.proposed.others(others)}` : "";
  await write(`${say.proposed.found(items.length, basename(file))}${left}\n`);
  for (const item of items) await write(`\n${itemText(item, say, options.lang)}`);
}

/** Errors: unreadableFile. */
async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch((error: Error) => {
    throw new DomainError("unreadableFile", `${file}: cannot be read: ${error.message}`);
  });
  if (!found.isFile()) throw new DomainError("unreadableFile", `${file}: it is no file`);
}

async function readHere({ reads, reader, today }: Tracker, id: Id, file: string, options: Options): Promise<Remarked> {
  const detail = await reads.report(reader, id);
  if (detail === undefined) throw new DomainError("notFound", `there is no report ${id}`);
  const { report } = detail;
  requireDraft(report, "nothing is added to it any more");
  const { readProposed } = await import("@heed/files");
  const found = await readProposed(file, basename(file), options.language ?? report.authenticLanguages[0] ?? "en");
  return { items: await remarkedIn(reads, reader, found, { report, on: today }), others: found.others };
}

async function readThere({ service }: Tracker, id: Id, file: string, { language }: Options): Promise<Remarked> {
  if (service === undefined) throw new Error("there is no service to ask");
  return service.send("post", `/reports/${encodeURIComponent(id)}/proposedRecommendations`, {
    query: { name: basename(file), ...(language !== undefined && { language }) },
    file: await openAsBlob(file),
  });
}

function itemText(item: RemarkedRecommendation, say: Say, lang: string | undefined): string {
  const { place, reference = say.proposed.noNumber, text, addressees, implementationDue, remarks } = item;
  const facts = [...addressees, ...(implementationDue === undefined ? [] : [implementationDue])];
  return [
    `${reference} [${placeText(place, say)}]\n`,
    ...Object.values(text).map((words) => `  ${words}\n`),
    ...(facts.length > 0 ? [`  ${facts.join("; ")}\n`] : []),
    ...remarks.map((remark) => remarkLines(remark, lang)),
  ].join("");
}

function placeText({ table, row = 0, paragraph }: PlaceInFile, { proposed: say }: Say): string {
  if (paragraph !== undefined) return say.paragraph(paragraph);
  return table === undefined ? say.row(row) : say.table(table, row);
}
