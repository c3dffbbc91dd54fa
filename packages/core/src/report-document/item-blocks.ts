import type { CollectedItem } from "../collected-item/collected-item.ts";
import { type ItemKindName, itemKinds } from "../collected-item/item-kinds.ts";
import { isTexts } from "../collected-item/written-value.ts";
import type { Block, Column, Inline } from "../document/document.ts";
import { emphasis, paragraph, recordText, text } from "../document/inlines.ts";
import { writtenDay } from "../document/written-day.ts";
import { DomainError } from "../domain-error.ts";
import { allItems } from "../read-models/all-pages.ts";
import type { CollectedItemFilter } from "../read-models/collected-item-filter.ts";
import type { AskedBlock } from "../report-section/asked-block.ts";
import { Day } from "../time/day.ts";
import { shownValue } from "../wording/shown-value.ts";
import { colon } from "../wording/typeset.ts";
import type { BlockContext } from "./block-context.ts";

type Asked<Name extends AskedBlock["name"]> = Extract<AskedBlock, { name: Name }>;

/** As many properties of a kind as a table has room for. */
const mostProperties = 3;

/** A table of what the body collected; of one kind, with what that kind tells. What is hidden is never in it. */
export async function itemTable(context: BlockContext, asked: Asked<"items">): Promise<Block[]> {
  const { report, language, words, newId } = context;
  const { kind, theme, year = report.reportingYear, caption } = asked;
  const items = await itemsOf(context, {
    year: [year],
    ...(kind !== undefined && { kind: [kind] }),
    ...(theme !== undefined && { theme: [theme] }),
  });
  if (items.length === 0) return [paragraph(emphasis(words.none))];
  const properties = kind === undefined ? [] : toldBy(kind, items);
  const hasText = items.some((each) => each.text !== undefined);
  const columns: Column[] = [
    { label: words.heads.title, weight: 3, rowHeader: true },
    ...(kind === undefined ? [{ label: words.heads.kind, weight: 2 }] : []),
    ...properties.map(({ label }) => ({ label: label[language], weight: 2 })),
    ...(hasText ? [{ label: words.heads.text, weight: 4 }] : []),
  ];
  return [
    {
      ...{ kind: "table", id: newId("items"), columns },
      caption: [text(caption ?? (kind === undefined ? words.items : itemKinds[kind].plural[language]))],
      rows: items.map((item) => [
        [recordText(item.title, language), text(` (${item.reference})`)],
        ...(kind === undefined ? [[text(itemKinds[item.kind].label[language])]] : []),
        ...properties.map(({ name }) => [value(context, item.kind, name, item.content[name])]),
        ...(hasText ? [item.text === undefined ? [] : [recordText(item.text, language)]] : []),
      ]),
    },
  ];
}

/** One thing that was collected, with all that it tells. Errors: notFound. */
export async function wholeItem(context: BlockContext, { reference }: Asked<"item">): Promise<Block[]> {
  const { language } = context;
  const [item] = await itemsOf(context, { reference: [reference] });
  if (item === undefined)
    throw new DomainError("notFound", `nothing that everybody may see was collected under the reference ${reference}`);
  const { title, text: said, content, kind } = item;
  const told = Object.entries(itemKinds[kind].words).flatMap(([name, label]): Inline[][] =>
    content[name] === undefined
      ? []
      : [[text(`${label[language]}${colon(language)}`), value(context, kind, name, content[name])]],
  );
  return [
    paragraph({ kind: "strong", content: [recordText(title, language)] }, text(` (${item.reference})`)),
    ...(said === undefined ? [] : [paragraph(recordText(said, language))]),
    ...(told.length === 0 ? [] : [{ kind: "list" as const, ordered: false, items: told }]),
  ];
}

function itemsOf({ reads, reader, report }: BlockContext, filter: CollectedItemFilter): Promise<CollectedItem[]> {
  const asked = { ...filter, issuingBody: [report.issuingBody], hidden: false };
  return allItems((paging) => reads.collectedItems(reader, asked, paging));
}

function toldBy(kind: ItemKindName, items: readonly CollectedItem[]) {
  return Object.entries(itemKinds[kind].words)
    .filter(([name]) => items.some(({ content }) => content[name] !== undefined))
    .slice(0, mostProperties)
    .map(([name, label]) => ({ name, label }));
}

function value({ language }: BlockContext, kind: ItemKindName, name: string, told: unknown): Inline {
  if (told !== undefined && isTexts(told)) return recordText(told, language);
  if (Day.safeParse(told).success) return text(writtenDay(language, told as Day));
  return told === undefined ? text("") : text(shownValue(kind, name, told, language));
}
