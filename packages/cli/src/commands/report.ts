import { textIn } from "@heed/core";
import type { Command } from "commander";
import { type Format, formatOption, languageOption, limitOption } from "../options.ts";
import { table } from "../present/table.ts";
import { write, writeJson } from "../present/write.ts";
import { withTracker } from "../tracker.ts";

export function addReport(program: Command): void {
  program
    .command("report")
    .description("The published documents that carry recommendations")
    .command("list")
    .description("Reports, the newest reporting year first")
    .addOption(limitOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (options: { limit?: number; format: Format; lang?: string }, command: Command) => {
      await withTracker(command, async ({ reads, reader }) => {
        const { items, total = 0 } = await reads.reports(reader, {
          withTotal: true,
          ...(options.limit === undefined ? {} : { limit: options.limit }),
        });
        if (options.format === "json") return writeJson({ total, items });
        await write(
          `${total} reports\n\n${table(
            [
              { head: "Reference", of: ({ reference }) => reference },
              { head: "About", of: ({ reportingYear }) => String(reportingYear) },
              { head: "Published", of: ({ publishedOn, publishedOnAbsent }) => publishedOn ?? publishedOnAbsent ?? "" },
              { head: "By", wide: true, of: ({ issuingBodyName }) => textIn(issuingBodyName, options.lang) },
              { head: "Title", wide: true, of: ({ title }) => (title ? textIn(title, options.lang) : "") },
            ],
            items,
          )}`,
        );
      });
    });
}
