import { DomainError } from "@heed/core";
import { meetingReminder, overdueOf } from "@heed/core/meetings/meeting-reminder";
import { obligationColumns } from "@heed/core/tables/obligation-columns";
import type { Command } from "commander";
import { sayIn } from "../messages/say.ts";
import { theItem } from "../named/the-item.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import { type Format, languageOption, listFormatOption } from "../options/options.ts";
import { writeOverdueJson } from "../present/overdue-json.ts";
import { overdueText } from "../present/overdue-text.ts";
import { seeingDrafts, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { isTable, writeTable } from "../process/write-table.ts";
import { confidentialOption } from "./item-options.ts";

type Options = { by?: string; confidential?: boolean; format: Format; lang?: string };

export function addItemReminder(item: Command): void {
  item
    .command("reminder <meeting>")
    .description("What is overdue of the decisions of earlier meetings on the day of a meeting")
    .option("--by <name>", "the body, where several have the reference")
    .addOption(confidentialOption())
    .addOption(listFormatOption())
    .addOption(languageOption())
    .action(async (given: string, options: Options, command: Command) => {
      requireLanguageFits(options);
      await withTracker(command, async (local) => {
        const tracker = seeingDrafts(local, options.confidential);
        const { reads, reader } = tracker;
        const detail = await reads.collectedItem(reader, await theItem(tracker, given, options.by));
        if (detail === undefined) throw new DomainError("notFound", `there is no collected item ${given}`);
        const filter = overdueOf(await meetingReminder({ reads, reader }, detail.item));
        if (filter === undefined) return tellNone(options);
        const answer = await reads.overdue(reader, filter, { limit: 1_000 });
        const stale = { items: [], total: 0 };
        const { format, lang } = options;
        if (format === "json") return writeOverdueJson(answer, [answer.items], stale, lang, undefined);
        if (isTable(format)) return writeTable(format, obligationColumns, [answer.items], lang);
        await write(overdueText(answer, stale, { against: "current", ...(lang !== undefined && { lang }) }));
      });
    });
}

async function tellNone({ format, lang }: Options): Promise<void> {
  if (format === "json") return writeJson({ total: 0, items: [] });
  if (isTable(format)) return writeTable(format, obligationColumns, [[]], lang);
  await write(`${sayIn(lang).figures.noDecisions}\n`);
}
