import type { Day } from "@heed/core";
import type { Command } from "commander";
import { notFound, theRecommendation } from "../named/the-recommendation.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import { asOfOption, draftsOption, type Format, formatOption, languageOption, repeatable } from "../options/options.ts";
import { remarkLines, remarkWithText } from "../present/remark-text.ts";
import { seeingDrafts, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";

type Options = { report?: string[]; drafts?: boolean; asOf?: Day; format: Format; lang?: string };

/** Adds a command on recommendations. */
export function addRecommendationCheck(program: Command): void {
  program.commands
    .find((each) => each.name() === "recommendation")
    ?.command("check <reference>")
    .description("What to look at in a recommendation before it is published; nothing is refused for it")
    .addOption(repeatable("--report <reference>", "the report, where several have the reference"))
    .addOption(draftsOption())
    .addOption(asOfOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (reference: string, options: Options, command: Command) => {
      requireLanguageFits(options);
      await withTracker(command, (tracker) => check(seeingDrafts(tracker, options.drafts), reference, options));
    });
}

async function check(tracker: Tracker, reference: string, options: Options): Promise<void> {
  const { reads, reader, today } = tracker;
  const { asOf = today, lang } = options;
  const { id } = await theRecommendation(tracker, reference, options.report, asOf);
  const remarks = await reads.draftingRemarks(reader, id, asOf);
  if (remarks === undefined) throw notFound(reference);
  if (options.format === "json")
    return writeJson({ asOf, recommendation: id, total: remarks.length, items: remarks.map(remarkWithText) });
  await write(remarks.map((remark) => remarkLines(remark, lang)).join(""));
}
