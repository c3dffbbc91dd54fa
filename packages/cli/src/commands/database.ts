import {
  checkDerived,
  checkFiles,
  checkPages,
  checkProjections,
  checkSchema,
  filePlaceOf,
  type ProjectionCheck,
  rebuildProjections,
  type SchemaFault,
  verifyAudit,
} from "@heed/store";
import type { Command } from "commander";
import { type Format, formatOption } from "../options/options.ts";
import { progressBar } from "../present/progress-bar.ts";
import { plural } from "../present/words.ts";
import { exitCodes } from "../process/exit-codes.ts";
import type { Exit } from "../process/program.ts";
import { cannotOpen, databaseUrlOf, filesAtOf, madeText, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { faultText } from "./audit.ts";
import { addBackup } from "./database-backup.ts";

export function addDatabase(program: Command, exit: Exit): void {
  const database = program.command("database").description("The database itself");
  database
    .command("upgrade")
    .description("Make the database, or bring it to this program's schema and rules")
    .action(async (_: object, command: Command) => {
      const why = await cannotOpen(databaseUrlOf(command));
      const made = madeText(command, why);
      const wasOlder = why?.code === "databaseOlder";
      const bar = progressBar("Deriving");
      const tell = async (tracker: Tracker) => {
        bar.end();
        await write(made ?? `${tracker.database.url} ${wasOlder ? "was older, and is upgraded" : "is up to date"}.\n`);
      };
      await withTracker(command, tell, "upgrade", bar.at);
    });
  addBackup(database, exit);
  database
    .command("rebuild")
    .description("Derive every projection again from the entries")
    .action(async (_: object, command: Command) => {
      await withTracker(
        command,
        async (tracker) => {
          const bar = progressBar("Deriving");
          const count = await rebuildProjections(tracker.database, tracker.settings, bar.at);
          bar.end();
          await write(`${plural(count, "follow-up was", "follow-ups were")} derived again.\n`);
        },
        "write",
      );
    });
  database
    .command("check")
    .description(
      "Check the pages, tables, indexes and triggers, compare every projection with the entries, and verify the audit chain",
    )
    .addOption(formatOption())
    .action(async ({ format }: { format: Format }, command: Command) => {
      await withTracker(command, async ({ database, settings }) => {
        const schema = [...(await checkPages(database)), ...(await checkSchema(database))];
        const derived = await checkDerived(database);
        const bar = progressBar("Checking");
        const projections = await checkProjections(database, settings, bar.at);
        bar.end();
        const audit = await verifyAudit(database);
        const { files, faults: wrongFiles } = await checkFiles(
          database,
          filePlaceOf(database, await filesAtOf(command)),
        );
        const { differences } = projections;
        const sound =
          [schema, derived, differences, wrongFiles].every(({ length }) => length === 0) && audit.fault === undefined;
        if (!sound) exit(exitCodes.differs);
        if (format === "json")
          return writeJson({
            sound,
            schema,
            derived,
            projections,
            audit,
            files: { checked: files, faults: wrongFiles },
            total: differences.length,
            items: differences,
          });
        const lines = [
          ...faultLines("Tables, indexes and triggers", schema),
          ...faultLines("Names, themes and words", derived),
          ...projectionLines(projections),
          ...(files + wrongFiles.length > 0 ? faultLines(`${plural(files, "file")} of evidence`, wrongFiles) : []),
          `Audit: ${plural(audit.records, "record")}, ${plural(audit.checkpoints, "checkpoint")}: ${audit.fault === undefined ? "unbroken" : `broken: ${faultText(audit.fault)}`}.`,
        ];
        await write(`${lines.join("\n")}\n`);
      });
    });
}

/** A long list shows only its first lines. */
const maxLines = 20;

function faultLines(what: string, faults: readonly SchemaFault[]): string[] {
  if (faults.length === 0) return [`${what}: as they should be.`];
  const first = faults.slice(0, maxLines).map(({ name, detail }) => `  ${name}: ${detail}`);
  return [`${what}: ${plural(faults.length, "fault")}.`, ...first];
}

function projectionLines({ followUps, days, differences }: ProjectionCheck): string[] {
  const found =
    differences.length === 0 ? "every projection agrees with its entries" : plural(differences.length, "difference");
  const first = differences
    .slice(0, maxLines)
    .map(
      ({ followUp, asOf, field, stored, derived }) =>
        `  ${followUp ?? "all together"}${asOf ? ` on ${asOf}` : ""}, ${field}: ${differingText(stored, derived)}`,
    );
  return [`${plural(followUps, "follow-up")} on ${plural(days, "day")}: ${found}.`, ...first];
}

/** As many characters of a value as a person reads in a line. */
const shownCharacters = 60;

/** Both values from where they begin to differ, each cut to a length that fits a line. */
function differingText(stored: string, derived: string): string {
  const other = [...derived];
  const same = [...stored].findIndex((character, place) => character !== other[place]);
  return `${cut(stored)} is stored, ${cut(derived)} is derived`;

  function cut(text: string): string {
    const from = text.length <= shownCharacters ? 0 : Math.max(0, (same < 0 ? derived.length : same) - 20);
    const part = text.slice(from, from + shownCharacters);
    return `${from > 0 ? "…" : ""}${part}${from + part.length < text.length ? "…" : ""}`;
  }
}
