import { type Day, textIn } from "@heed/core";
import type { Command } from "commander";
import { filterOf } from "../named/filter.ts";
import {
  asOfOption,
  type Format,
  formatOption,
  knownAtOption,
  languageOption,
  limitOption,
  withFollowUpFilters,
} from "../options/options.ts";
import { filterText, warnIfEmpty } from "../present/filter-text.ts";
import { followUpJson } from "../present/follow-up-json.ts";
import { responsibleText } from "../present/responsible.ts";
import { tellSuccessors } from "../present/successor-text.ts";
import { table } from "../present/table.ts";
import { dayText, plural } from "../present/words.ts";
import { knownAtOf, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";

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
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (options: Options, command: Command) => {
      await withTracker(command, async (tracker) => {
        const asOf = options.asOf ?? tracker.today;
        const { responsible, addressee, report, theme } = options;
        const filter = await filterOf(tracker, { responsible, addressee, report, theme });
        const { items, total = 0 } = await tracker.reads.stale(
          tracker.reader,
          { asOf, ...knownAtOf(tracker, options.knownAt), ...filter },
          { withTotal: true, ...(options.limit === undefined ? {} : { limit: options.limit }) },
        );
        if (options.format === "json")
          await writeJson({
            asOf,
            total,
            items: items.map((item) => ({ ...followUpJson(item, options.lang), staleFrom: item.staleFrom })),
          });
        else if (total === 0)
          await write(`Nothing is stale on ${dayText(asOf, options.knownAt)}${filterText(options)}.\n`);
        if (total === 0) await warnIfEmpty(tracker, total, options.format);
        if (options.format === "json" || total === 0) return tellSuccessors(tracker, filter.responsible, asOf, options);
        await write(
          `${plural(total, "follow-up is", "follow-ups are")} stale on ${dayText(asOf, options.knownAt)}\n\n${table(
            [
              { head: "Stale since", of: (item) => item.staleFrom },
              { head: "By", wide: true, of: (item) => responsibleText(item, options.lang) },
              { head: "Recommendation", of: (item) => item.recommendation.reference },
              {
                head: "Title",
                wide: true,
                of: ({ recommendation: { title }, report }) =>
                  title ? textIn(title, options.lang, report.authenticLanguages) : "",
              },
            ],
            items,
          )}`,
        );
        await tellSuccessors(tracker, filter.responsible, asOf, options);
      });
    });
}
