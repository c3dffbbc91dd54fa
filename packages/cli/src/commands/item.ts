import { DomainError, textIn } from "@heed/core";
import { ItemKindName, itemKinds } from "@heed/core/collected-item/item-kinds";
import type { CollectedItemDetail } from "@heed/core/read-models/collected-item-detail";
import type { CollectedItemFilter } from "@heed/core/read-models/collected-item-filter";
import type { RestsOnIt } from "@heed/core/read-models/ground";
import type { ListedItem } from "@heed/core/read-models/listed-item";
import { collectedItemColumns } from "@heed/core/tables/collected-item-columns";
import { withoutAbsent } from "@heed/core/without-absent";
import { readerLanguage } from "@heed/core/wording/reader-language";
import { shownValue } from "@heed/core/wording/shown-value";
import type { Command } from "commander";
import pc from "picocolors";
import { sayIn } from "../messages/say.ts";
import { itemFilterOf } from "../named/filter.ts";
import { theItem } from "../named/the-item.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import {
  type Format,
  formatOption,
  languageOption,
  limitOption,
  listFormatOption,
  repeatable,
  yearsOption,
} from "../options/options.ts";
import { warnIfEmpty } from "../present/filter-text.ts";
import { restsOnItLines } from "../present/rests-on-it-text.ts";
import { table } from "../present/table.ts";
import { seeingDrafts, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { isTable, writeTable } from "../process/write-table.ts";
import { addItemFigures } from "./item-figures.ts";
import { addItemImport } from "./item-import.ts";
import { confidentialOption } from "./item-options.ts";
import { addItemReminder } from "./item-reminder.ts";
import { addItemBring, addItemWorkbook } from "./item-workbook.ts";

export function addItem(program: Command): void {
  const item = program.command("item").description("What bodies collect over a year, and their reports rest on");
  addList(item);
  addShow(item);
  addItemFigures(item);
  addItemWorkbook(item);
  addItemBring(item);
  addItemImport(item);
  addItemReminder(item);
}

type ListOptions = {
  kind?: ItemKindName[];
  by?: string[];
  year?: number[];
  theme?: string[];
  search?: string;
  toErase?: boolean;
  confidential?: boolean;
  limit?: number;
  format: Format;
  lang?: string;
};

function addList(item: Command): void {
  item
    .command("list")
    .description("What was collected, the newest year first; with one kind, a table has its own columns")
    .addOption(repeatable("--kind <kind>", "what it is", ItemKindName.options))
    .addOption(repeatable("--by <name>", "the body that collects it, by id, code or name"))
    .addOption(yearsOption())
    .addOption(repeatable("--theme <theme>", "the theme, as it is written there"))
    .option("--search <words>", "words that each begin a word of it")
    .option("--to-erase", "contacts past the day until which they are kept; who keeps the body's record sees them")
    .addOption(confidentialOption())
    .addOption(limitOption())
    .addOption(listFormatOption())
    .addOption(languageOption())
    .action(async (options: ListOptions, command: Command) => {
      requireLanguageFits(options);
      await withTracker(command, async (local) => {
        const tracker = seeingDrafts(local, options.confidential || options.toErase);
        const { kind, year, theme, search, limit, lang } = options;
        const named = await itemFilterOf(tracker, { issuingBody: options.by, year, theme, q: search });
        const filter: CollectedItemFilter = withoutAbsent({
          ...{ ...named, kind },
          toEraseOn: options.toErase ? tracker.today : undefined,
        });
        const paging = { withTotal: true, ...(limit === undefined ? {} : { limit }) };
        const { items, total = 0 } = await tracker.reads.collectedItems(tracker.reader, filter, paging);
        if (isTable(options.format))
          await writeTable(
            options.format,
            collectedItemColumns(kind, { isForProgram: lang === undefined }),
            [items],
            lang,
          );
        else if (options.format === "json") await writeJson({ total, items });
        else await write(`${sayIn(lang).item.count(total)}\n\n${listText(items, lang)}`);
        await warnIfEmpty(tracker, total, options);
      });
    });
}

function listText(items: readonly ListedItem[], lang: string | undefined): string {
  const { heads, label } = sayIn(lang);
  return table(
    [
      { head: heads.year, of: ({ year }) => String(year) },
      { head: heads.kind, of: ({ kind }) => label("collectedItemKind", kind) },
      { head: heads.reference, of: ({ reference }) => reference },
      { head: heads.title, wide: true, of: ({ title }) => textIn(title, lang) },
      { head: heads.by, wide: true, of: ({ issuingBodyName }) => textIn(issuingBodyName, lang) },
    ],
    items,
  );
}

function addShow(item: Command): void {
  item
    .command("show <item>")
    .description("One thing that was collected")
    .option("--by <name>", "the body, where several have the reference")
    .addOption(confidentialOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(
      async (
        given: string,
        options: { by?: string; confidential?: boolean; format: Format; lang?: string },
        command: Command,
      ) => {
        requireLanguageFits(options);
        await withTracker(command, async (local) => {
          const tracker = seeingDrafts(local, options.confidential);
          const detail = await tracker.reads.collectedItem(tracker.reader, await theItem(tracker, given, options.by));
          if (detail === undefined) throw new DomainError("notFound", `there is no collected item ${given}`);
          const restsOnIt = await tracker.reads.restsOnIt(tracker.reader, { item: detail.item.id }, tracker.today);
          if (options.format === "json") return writeJson({ ...detail, restsOnIt });
          const body = await tracker.reads.organization(detail.item.issuingBody);
          const name = body === undefined ? "" : textIn(body.name, options.lang);
          await write(showText({ ...detail, restsOnIt }, name, options.lang));
        });
      },
    );
}

type Shown = CollectedItemDetail & { restsOnIt: RestsOnIt };

function showText({ item, formerVersions, restsOnIt }: Shown, body: string, lang: string | undefined): string {
  const { kind, reference, year, title, text, themes, confidential, withdrawn, content, source } = item;
  const { item: say, label } = sayIn(lang);
  const language = readerLanguage(lang);
  const told = Object.entries(itemKinds[kind].words).flatMap(([name, words]) =>
    content[name] === undefined ? [] : [`${words[language]}: ${shownValue(kind, name, content[name], lang)}`],
  );
  const lines = [
    `${pc.bold(reference)}  ${textIn(title, lang)}`,
    `${label("collectedItemKind", kind)}, ${year}, ${body}`,
    ...(source?.illustrative === true ? [say.illustrative] : []),
    ...(confidential ? [say.confidential] : []),
    ...(withdrawn ? [say.withdrawn(withdrawn.on, withdrawn.reason)] : []),
    ...(themes.length > 0 ? [themes.join(", ")] : []),
    ...(text ? ["", textIn(text, lang)] : []),
    ...(told.length > 0 ? ["", ...told] : []),
    ...restsOnItLines(restsOnIt, lang),
    ...(formerVersions.length > 0 ? ["", say.corrected(formerVersions.length)] : []),
  ];
  return `${lines.join("\n")}\n`;
}
