import { type Day, textIn } from "@heed/core";
import type { Brief } from "@heed/core/briefing/brief";
import { questionOf } from "@heed/core/briefing/brief-question";
import { mostBriefs, readBriefing } from "@heed/core/briefing/read-briefing";
import { briefText } from "@heed/core/briefing/wording/brief-text";
import { briefingDocument } from "@heed/core/briefing-document/briefing-document";
import { readerLanguage } from "@heed/core/wording/reader-language";
import type { DocumentFormat } from "@heed/documents";
import { type Command, Option } from "commander";
import pc from "picocolors";
import { sayIn } from "../messages/say.ts";
import { filterOf } from "../named/filter.ts";
import { asOfOption, atMost, type Format, formatOption, languageOption, repeatable } from "../options/options.ts";
import { filterText, warnIfEmpty } from "../present/filter-text.ts";
import { hanging } from "../process/terminal.ts";
import { type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { writtenDocument } from "./written-document.ts";

type Options = {
  asOf?: Day;
  reference?: string[];
  responsible?: string[];
  report?: string[];
  theme?: string[];
  search?: string;
  limit: number;
  format: Format;
  lang?: string;
  document?: DocumentFormat;
  to?: string;
};

export function addBriefing(program: Command): void {
  program
    .command("briefing")
    .description("A chosen set of recommendations in short, with a question about each that follows from the record")
    .addOption(asOfOption())
    .addOption(repeatable("--reference <reference>", "the recommendation"))
    .addOption(repeatable("--responsible <name>", "the organization responsible on that day, by id, code or name"))
    .addOption(repeatable("--report <reference>", "the report"))
    .addOption(repeatable("--theme <theme>", "the theme"))
    .option("--search <words>", "whole words of the reference, title or text")
    .addOption(atMost(mostBriefs))
    .addOption(formatOption())
    .addOption(languageOption())
    .addOption(
      new Option("--document <format>", "a document, for who reads it on paper").choices(["html", "md", "pdf", "docx"]),
    )
    .option("--to <file>", "the file of the document (default: standard output)")
    .action((options: Options, command: Command) => withTracker(command, (tracker) => brief(tracker, options)));
}

async function brief(tracker: Tracker, options: Options): Promise<void> {
  const { reference, responsible, report, theme, search, limit, format, lang } = options;
  const asOf = options.asOf ?? tracker.today;
  const named = await filterOf(tracker, { reference, responsible, report, theme, q: search });
  const page = await readBriefing(tracker.reads, tracker.reader, { asOf, ...named }, { limit, withTotal: true });
  const { items, total = items.length } = page;
  const language = readerLanguage(lang);
  if (options.document !== undefined) {
    const { document: written, to } = options;
    return writtenDocument(briefingDocument(items, asOf, language), {
      format: written,
      ...(to !== undefined && { to }),
    });
  }
  const say = sayIn(lang);
  if (format === "json")
    await writeJson({
      asOf,
      total,
      items: items.map((each) => {
        const { sentences, question } = briefText(each, language);
        return { ...each, sentences, question: { code: questionOf(each).code, text: question } };
      }),
    });
  else if (total === 0)
    await write(`${say.briefing.none(say.on(asOf))}${filterText({ ...options, q: search }, say)}.\n`);
  else {
    const more = total > items.length ? say.briefing.first(items.length) : "";
    const texts = items.map((each) => textOf(each, language)).join("");
    await write(`${say.recommendation.count(total)} ${say.on(asOf)}${more}\n${texts}`);
  }
  await warnIfEmpty(tracker, total, options);
}

function textOf(item: Brief, language: Parameters<typeof briefText>[1]): string {
  const { recommendation, report } = item;
  const { sentences, question } = briefText(item, language);
  const title = recommendation.title && textIn(recommendation.title, language, report.authenticLanguages);
  const lines = [...sentences, pc.bold(question)].map((each) => `${hanging("  ", `  ${each}`)}\n`);
  return `\n${pc.bold([recommendation.reference, title].filter(Boolean).join("  "))}\n${lines.join("")}`;
}
