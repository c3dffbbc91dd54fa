import { type Day, textIn } from "@heed/core";
import { remarkText } from "@heed/core/drafting/remark-words";
import type { DraftingRemark } from "@heed/core/read-models/drafting-remark";
import { titleOrBeginning } from "@heed/core/recommendation/beginning";
import { readerLanguage } from "@heed/core/wording/reader-language";
import type { Command } from "commander";
import { notFound, theRecommendation } from "../named/the-recommendation.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import { asOfOption, draftsOption, type Format, formatOption, languageOption, repeatable } from "../options/options.ts";
import { nameAndCode } from "../present/organization-names.ts";
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
    return writeJson({ asOf, recommendation: id, total: remarks.length, items: remarks.map(withText) });
  await write(remarks.map((remark) => remarkLines(remark, lang)).join(""));
}

function withText(remark: DraftingRemark) {
  return { ...remark, text: remarkText(remark) };
}

function remarkLines(remark: DraftingRemark, lang: string | undefined): string {
  const { language, passages = [], organizations = [], similar = [] } = remark;
  const details = [
    ...passages,
    ...organizations.map((each) => nameAndCode(each, lang)),
    ...similar.map(({ reference, report, title, beginning }) => {
      const named = titleOrBeginning({ title, beginning });
      return `${reference} (${report.reference})${named ? `: ${textIn(named, lang, report.authenticLanguages)}` : ""}`;
    }),
  ];
  const of = language === undefined ? "" : ` [${language}]`;
  return [`- ${remarkText(remark)[readerLanguage(lang)]}${of}`, ...details.map((each) => `    ${each}`)]
    .map((line) => `${line}\n`)
    .join("");
}
