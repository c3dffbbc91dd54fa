import type { Reader } from "../access/reader.ts";
import type { Block, Document, DocumentLanguage, Inline, Section } from "../document/document.ts";
import { emphasis, paragraph } from "../document/inlines.ts";
import { writtenDay } from "../document/written-day.ts";
import { DomainError } from "../domain-error.ts";
import { chapterAsked } from "../follow-up-chapter/chapter-asked.ts";
import { chapterSection } from "../follow-up-chapter/chapter-section.ts";
import { hasChapter } from "../follow-up-chapter/has-chapter.ts";
import { readChapter } from "../follow-up-chapter/read-chapter.ts";
import { shownLanguage, textIn } from "../localized-text.ts";
import { allItems } from "../read-models/all-pages.ts";
import type { TrackerReads } from "../read-models/tracker-store.ts";
import type { AskedBlock } from "../report-section/asked-block.ts";
import { isPublishable, type ReportSection } from "../report-section/report-section.ts";
import { readSectionText, type TextPart } from "../report-section/section-text.ts";
import { type Branch, sectionTree } from "../report-section/section-tree.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { Answered, BlockContext } from "./block-context.ts";
import { itemTable, wholeItem } from "./item-blocks.ts";
import { recommendationBlocks } from "./recommendation-blocks.ts";
import { reportWords } from "./report-words.ts";
import { seriesBlocks } from "./series-blocks.ts";

type Options = {
  today: Day;
  /** Also sections that are not final, for who may see them. */
  drafts?: boolean;
  /**
   * A block that cannot be answered is an error. Without it and without drafts, it is told in its place that something is not there:
   * what was withdrawn or made confidential since takes nothing else away.
   */
  whole?: boolean;
};

/**
 * A whole report as a document: its sections with what their blocks ask of the record, its recommendations and the follow-up
 * chapter, which stand at the end where no block has placed them. Errors: notFound; with `drafts` or `whole` invalidInput, with the
 * section, its language and its line, where a block cannot be answered.
 */
export async function reportDocument(
  reads: TrackerReads,
  reader: Reader,
  id: Id,
  language: DocumentLanguage,
  { today, drafts = false, whole = drafts }: Options,
): Promise<Document> {
  const detail = await reads.report(reader, id);
  if (detail === undefined) throw new DomainError("notFound", `there is no report with the id ${id}`);
  const { report } = detail;
  const issuer = (await reads.organizationsById([report.issuingBody])).get(report.issuingBody);
  const day = report.publishedOn ?? today;
  const words = reportWords[language];
  let ids = 0;
  const newId = (kind: string) => {
    ids += 1;
    return `${kind}-${ids}`;
  };
  const writer = new Writer({ reads, reader, report, language, words, day, today, newId }, whole);
  const written = await allItems((paging) => reads.reportSections(reader, { report: [id] }, paging));
  const tree = sectionTree(written.filter((each) => drafts || isPublishable(each)));
  const sections: Section[] = [];
  for (const branch of tree) sections.push(await writer.section(branch));
  sections.push(...(await writer.rest()));
  return {
    language,
    title: report.title === undefined ? report.reference : textIn(report.title, language, report.authenticLanguages),
    subtitle: words.subtitle(
      report.reportingYear,
      report.publishedOn && writtenDay(language, report.publishedOn, report.publishedOnPrecision),
    ),
    issuer: issuer === undefined ? "" : textIn(issuer.name, language),
    day,
    sections,
  };
}

/** Whether a report has a section that its reader sees. */
export async function hasSections(
  reads: Pick<TrackerReads, "reportSections">,
  reader: Reader,
  report: Id,
  drafts = false,
): Promise<boolean> {
  const filter = { report: [report], ...(!drafts && { state: ["final" as const] }) };
  return (await reads.reportSections(reader, filter, { limit: 1 })).items.length > 0;
}

class Writer {
  private readonly context: BlockContext;
  private readonly placed = new Set<AskedBlock["name"]>();

  private readonly whole: boolean;

  constructor(context: BlockContext, whole: boolean) {
    this.context = context;
    this.whole = whole;
  }

  async section({ section, sections: below }: Branch<ReportSection>, isTop = true): Promise<Section> {
    const { language, words, newId } = this.context;
    const { title, text, authors, authenticLanguage, source } = section;
    const id = newId("part");
    const shown = text && shownLanguage(text, language, [authenticLanguage]);
    const { blocks, sections } = await this.part(readSectionText(text?.[shown ?? ""] ?? "").whole, section, shown);
    return {
      id,
      title: textIn(title, language, [authenticLanguage]),
      blocks: [
        ...(authors.length > 0 ? [paragraph(emphasis(words.by(authors.join(", "))))] : []),
        ...translationTold(this.context, section, isTop),
        ...(isTop && source?.illustrative === true ? [paragraph(emphasis(words.illustrative))] : []),
        ...blocks,
      ],
      sections: [...sections, ...(await inTurn(below, (each) => this.section(each, false)))],
    };
  }

  /** What no section has placed, at the end. */
  async rest(): Promise<Section[]> {
    const { words } = this.context;
    const blocks = this.placed.has("recommendations") ? [] : await recommendationBlocks(this.context);
    const chapter = this.placed.has("chapter") ? [] : await this.chapter();
    return [
      ...(blocks.length > 0 ? [{ id: "recommendations", title: words.recommendations, blocks, sections: [] }] : []),
      ...chapter,
    ];
  }

  private async part(part: TextPart, section: ReportSection, written: string | undefined): Promise<Answered> {
    const blocks: Block[] = [];
    const sections: Section[] = [];
    for (const block of part.blocks)
      if (block.kind !== "asked") blocks.push(this.inItsLanguage(block, written));
      else {
        const answered = await this.answered(block.asked).catch((error: unknown) => {
          if (!(error instanceof DomainError)) throw error;
          if (!this.whole && unanswerable.includes(error.code))
            return { blocks: [paragraph(emphasis(this.context.words.notThere))], sections: [] };
          const detail = `line ${block.line}: ${error.message}`;
          throw new DomainError("invalidInput", `${section.reference}, text.${written}, ${detail}`, [
            { name: `${section.reference}.text.${written}`, value: block.asked.name, detail },
          ]);
        });
        blocks.push(...answered.blocks);
        sections.push(...answered.sections);
      }
    const below = await inTurn(part.parts, async (each): Promise<Section> => {
      const id = this.context.newId("part");
      return { id, title: each.title ?? "", ...(await this.part(each, section, written)) };
    });
    return { blocks, sections: [...sections, ...below] };
  }

  private async answered(asked: AskedBlock): Promise<Answered> {
    const isSecond = this.placed.has(asked.name);
    this.placed.add(asked.name);
    switch (asked.name) {
      case "items":
        return { blocks: await itemTable(this.context, asked), sections: [] };
      case "series":
        return { blocks: await seriesBlocks(this.context, asked), sections: [] };
      case "item":
        return { blocks: await wholeItem(this.context, asked), sections: [] };
      case "recommendations":
        return { blocks: await recommendationBlocks(this.context), sections: [] };
      case "chapter":
        if (isSecond) throw new DomainError("invalidInput", "the follow-up chapter stands in a report once");
        return { blocks: [], sections: await this.chapter() };
    }
  }

  private async chapter(): Promise<Section[]> {
    const { reads, reader, report, language, today } = this.context;
    const asked = await chapterAsked(reads, report.issuingBody, report.reportingYear, { today });
    if (!(await hasChapter(reads, reader, asked))) return [];
    return [chapterSection(await readChapter(reads, reader, asked, language), language)];
  }

  /** A text that stands in another language than the document is marked as such. */
  private inItsLanguage(block: Block, written: string | undefined): Block {
    if (written === undefined || written === this.context.language) return block;
    const foreign = (content: readonly Inline[]): Inline[] => [{ kind: "foreign", language: written, content }];
    if (block.kind === "list") return { ...block, items: block.items.map(foreign) };
    return "content" in block ? { ...block, content: foreign(block.content) } : block;
  }
}

/** What a block that names something is refused with when that is not there for its reader. */
const unanswerable: readonly DomainError["code"][] = ["invalidInput", "notFound"];

/** That a section is no authentic text, where it is none: whatever is older or missing, and once for all below a heading otherwise. */
function translationTold({ language, words }: BlockContext, section: ReportSection, isTop: boolean): Block[] {
  const { authenticLanguage, stale, title, text } = section;
  if (authenticLanguage === language) return [];
  const authentic = words.languages[authenticLanguage] ?? authenticLanguage;
  const isMissing = text === undefined ? title[language] === undefined : text[language] === undefined;
  if (isMissing) return [paragraph(emphasis(words.onlyIn(authentic)))];
  if (stale.includes(language)) return [paragraph(emphasis(words.stale(authentic)))];
  return isTop ? [paragraph(emphasis(words.translated(authentic)))] : [];
}

async function inTurn<From, To>(from: readonly From[], make: (each: From) => Promise<To>): Promise<To[]> {
  const made: To[] = [];
  for (const each of from) made.push(await make(each));
  return made;
}
