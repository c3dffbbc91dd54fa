import { checkPages, checkProjections, checkSchema, rebuildProjections, verifyAudit } from "@heed/store";
import type { Command } from "commander";
import { exitCodes } from "../exit-codes.ts";
import { type Format, formatOption } from "../options.ts";
import { progressBar } from "../present/progress-bar.ts";
import { plural } from "../present/words.ts";
import { write, writeJson } from "../present/write.ts";
import type { Exit } from "../program.ts";
import { withTracker } from "../tracker.ts";
import { faultText } from "./audit.ts";
import { addBackup } from "./database-backup.ts";

export function addDatabase(program: Command, exit: Exit): void {
  const database = program.command("database").description("The database itself");
  database
    .command("upgrade")
    .description("Make the database, or bring its schema to this program's")
    .action(async (_: object, command: Command) => {
      await withTracker(command, async (tracker) => write(`${tracker.database.url} is up to date.\n`), "upgrade");
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
      await withTracker(command, async (tracker) => {
        const schema = [...(await checkPages(tracker.database)), ...(await checkSchema(tracker.database))];
        const bar = progressBar("Checking");
        const projections = await checkProjections(tracker.database, tracker.settings, bar.at);
        bar.end();
        const audit = await verifyAudit(tracker.database);
        const sound = schema.length === 0 && projections.differences.length === 0 && audit.fault === undefined;
        if (!sound) exit(exitCodes.differs);
        if (format === "json")
          return writeJson({
            sound,
            schema,
            projections,
            audit,
            total: projections.differences.length,
            items: projections.differences,
          });
        const lines = [
          schema.length === 0
            ? "Tables, indexes and triggers: as this program makes them."
            : `Tables, indexes and triggers: ${plural(schema.length, "fault")}.`,
          ...schema.slice(0, 20).map(({ name, detail }) => `  ${name}: ${detail}`),
          `${plural(projections.followUps, "follow-up")} on ${plural(projections.days, "day")}: ${projections.differences.length === 0 ? "every projection is what its entries say" : plural(projections.differences.length, "difference")}.`,
          ...projections.differences
            .slice(0, 20)
            .map(
              ({ followUp, asOf, field, stored, derived }) =>
                `  ${followUp ?? "all together"}${asOf ? ` on ${asOf}` : ""}, ${field}: ${stored} is kept, ${derived} follows`,
            ),
          `Audit: ${plural(audit.records, "record")}, ${plural(audit.checkpoints, "checkpoint")}: ${audit.fault === undefined ? "unbroken" : `broken: ${faultText(audit.fault)}`}.`,
        ];
        await write(`${lines.join("\n")}\n`);
      });
    });
}
