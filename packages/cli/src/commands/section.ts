import { DomainError, textIn } from "@heed/core";
import { allItems } from "@heed/core/read-models/all-pages";
import type { RestsOnIt } from "@heed/core/read-models/ground";
import type { SectionDetail } from "@heed/core/read-models/section-detail";
import type { ReportSection } from "@heed/core/report-section/report-section";
import { listedSections } from "@heed/core/report-section/section-tree";
import { type Command, Option } from "commander";
import pc from "picocolors";
import { sayIn } from "../messages/say.ts";
import { theReport } from "../named/the-report.ts";
import { theSection } from "../named/the-section.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import { type Format, formatOption, languageOption } from "../options/options.ts";
import { restsOnItLines } from "../present/rests-on-it-text.ts";
import { table } from "../present/table.ts";
import { seeingDrafts, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";

export function addSection(program: Command): void {
  const section = program.command("section").description("What a report says, in parts");
  addList(section);
  addShow(section);
}

function draftsOption(): Option {
  return new Option("--drafts", "also what is not published yet");
}

type Options = { report?: string; drafts?: boolean; format: Format; lang?: string };

function addList(section: Command): void {
  section
    .command("list <report>")
    .description("The sections of a report, in their order")
    .addOption(draftsOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (named: string, options: Options, command: Command) => {
      requireLanguageFits(options);
      await withTracker(command, async (local) => {
        const tracker = seeingDrafts(local, options.drafts);
        const { reads, reader } = tracker;
        const report = [await theReport(tracker, named)];
        const all = await allItems((paging) => reads.reportSections(reader, { report }, paging));
        const items = all.map(({ issuingBody: _, ...each }) => each);
        if (options.format === "json") return writeJson({ total: items.length, items });
        await write(`${sayIn(options.lang).section.count(items.length)}\n\n${listText(items, options.lang)}`);
      });
    });
}

function listText(items: readonly ReportSection[], lang: string | undefined): string {
  const { heads, label } = sayIn(lang);
  return table(
    [
      { head: heads.reference, of: ({ section, depth }) => `${"  ".repeat(depth)}${section.reference}` },
      {
        head: heads.state,
        of: ({ section }) => (section.withdrawn ? heads.withdrawn : label("sectionState", section.state)),
      },
      { head: heads.kind, of: ({ section }) => section.kind ?? "" },
      { head: heads.stale, of: ({ section }) => section.stale.join(", ") },
      { head: heads.title, wide: true, of: ({ section }) => textIn(section.title, lang, [section.authenticLanguage]) },
    ],
    listedSections(items),
  );
}

function addShow(section: Command): void {
  section
    .command("show <section>")
    .description("One section of a report, as it is written")
    .option("--report <reference>", "the report, where several have the reference")
    .addOption(draftsOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (named: string, options: Options, command: Command) => {
      requireLanguageFits(options);
      await withTracker(command, async (local) => {
        const tracker = seeingDrafts(local, options.drafts);
        const id = await theSection(tracker, named, options.report);
        const detail = await tracker.reads.reportSection(tracker.reader, id);
        if (detail === undefined) throw new DomainError("notFound", `there is no section ${named}`);
        const restsOnIt = await tracker.reads.restsOnIt(tracker.reader, { section: id }, tracker.today);
        if (options.format === "json") return writeJson({ ...detail, restsOnIt });
        await write(showText({ ...detail, restsOnIt }, options.lang));
      });
    });
}

type Shown = SectionDetail & { restsOnIt: RestsOnIt };

function showText({ section, restsOnIt }: Shown, lang: string | undefined): string {
  const { reference, title, text, kind, state, authors, authenticLanguage, stale, withdrawn } = section;
  const { section: say, label } = sayIn(lang);
  const lines = [
    `${pc.bold(reference)}  ${textIn(title, lang, [authenticLanguage])}`,
    [...(kind === undefined ? [] : [kind]), label("sectionState", state), say.authentic(authenticLanguage)].join(", "),
    ...(authors.length > 0 ? [say.by(authors.join(", "))] : []),
    ...(stale.length > 0 ? [say.stale(stale.join(", "))] : []),
    ...(withdrawn ? [say.withdrawn(withdrawn.on, withdrawn.reason)] : []),
    ...(text ? ["", textIn(text, lang, [authenticLanguage])] : []),
    ...restsOnItLines(restsOnIt, lang),
  ];
  return `${lines.join("\n")}\n`;
}
