import type { Block } from "../document/document.ts";
import { emphasis, paragraph, recordText, strong, text } from "../document/inlines.ts";
import { groundsTold } from "../follow-up-chapter/wording/grounds-told.ts";
import { textIn } from "../localized-text.ts";
import { allPages } from "../read-models/all-pages.ts";
import type { BlockContext } from "./block-context.ts";

/** Each recommendation of the report with its text and whom it is addressed to, in the order of the report. */
export async function recommendationBlocks(context: BlockContext): Promise<Block[]> {
  const { reads, reader, report, language, words, day } = context;
  const blocks: Block[] = [];
  const filter = { asOf: day, report: [report.id] };
  for await (const page of allPages((paging) => reads.recommendations(reader, filter, paging)))
    for (const { id, reference, title } of page) {
      const detail = await reads.recommendation(reader, id, day);
      const said = detail?.recommendation.text ?? title;
      const names = (detail?.followUps ?? []).map(({ addressee }) => textIn(addressee.name, language));
      blocks.push(
        paragraph(
          strong(reference),
          text(" "),
          ...(said === undefined ? [] : [recordText(said, language, report.authenticLanguages)]),
          ...groundsTold(detail?.grounds ?? [], language),
          ...(names.length === 0 ? [] : [text(" "), emphasis(words.to([...new Set(names)].join(", ")))]),
        ),
      );
    }
  return blocks;
}
