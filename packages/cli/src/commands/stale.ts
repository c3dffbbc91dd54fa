import type { Day } from "@heed/core";
import { staleColumns } from "@heed/core/tables/stale-and-unassessed-columns";
import type { Command } from "commander";
import { sayIn } from "../messages/say.ts";
import { filterOf } from "../named/filter.ts";
import {
  asOfOption,
  type Format,
  knownAtOption,
  languageOption,
  limitOption,
  listFormatOption,
  withFollowUpFilters,
} from "../options/options.ts";
import { onDayText, warnIfEmpty } from "../present/filter-text.ts";
import { followUpJson } from "../present/follow-up-json.ts";
import { responsibleText } from "../present/responsible.ts";
import { tellSuccessors } from "../present/successor-text.ts";
import { table } from "../present/table.ts";
import { titleText } from "../present/title-text.ts";
import { dayText } from "../present/words.ts";
import { knownAtOf, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { isTable, writeTable } from "../process/write-table.ts";

type Options = {
  asOf?: Day;
  knownAt?: string;
  responsible?: string[];
  addressee?: string[];
  report?: string[];
  theme?: string[];
  limit?: number;
  format: Format;
  lang?: string;
};

export function addStale(program: Command): void {
  withFollowUpFilters(
    program
      .command("stale")
      .description("Open follow-ups without a deadline and without an entry for a long time")
      .addOption(asOfOption())
      .addOption(knownAtOption()),
  )
    .addOption(limitOption())
    .addOption(listFormatOption())
    .addOption(languageOption())
    .action(async (options: Options, command: Command) => {
      await withTracker(command, async (tracker) => {
        const asOf = options.asOf ?? tracker.today;
        const say = sayIn(options.lang);
        const { responsible, addressee, report, theme } = options;
        const filter = await filterOf(tracker, { responsible, addressee, report, theme });
        const { items, total = 0 } = await tracker.reads.stale(
          tracker.reader,
          { asOf, ...knownAtOf(tracker, options.knownAt), ...filter },
          { withTotal: true, ...(options.limit === undefined ? {} : { limit: options.limit }) },
        );
        if (isTable(options.format)) await writeTable(options.format, staleColumns, [items], options.lang);
        else if (options.format === "json")
          await writeJson({
            asOf,
            total,
            items: items.map((item) => ({ ...followUpJson(item, options.lang), staleFrom: item.staleFrom })),
          });
        else if (total === 0) await write(`${say.stale.nothing(onDayText(say, asOf, options.knownAt, options))}\n`);
        if (total === 0) await warnIfEmpty(tracker, total, options);
        if (options.format !== "table" || total === 0)
          return tellSuccessors(tracker, filter.responsible, asOf, options);
        await write(
          `${say.stale.some(total)} ${say.on(dayText(say, asOf, options.knownAt))}\n\n${table(
            [
              { head: say.heads.staleSince, of: (item) => item.staleFrom },
              { head: say.heads.by, wide: true, of: (item) => responsibleText(item, options.lang) },
              { head: say.heads.recommendation, of: (item) => item.recommendation.reference },
              {
                head: say.heads.title,
                wide: true,
                of: ({ recommendation, report }) => titleText(recommendation, report, options.lang),
              },
            ],
            items,
          )}`,
        );
        await tellSuccessors(tracker, filter.responsible, asOf, options);
      });
    });
}
