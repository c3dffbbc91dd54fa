import { DomainError, type LocalizedText, textIn } from "@heed/core";
import { SeriesContent } from "@heed/core/collected-item/kinds/series";
import type { FigureCell, YearFigures } from "@heed/core/read-models/series-figures";
import { figureGrid } from "@heed/core/statistics/figure-grid";
import { figuresInRows, seriesFigureColumns } from "@heed/core/tables/series-figure-columns";
import { readerLanguage } from "@heed/core/wording/reader-language";
import type { Command } from "commander";
import pc from "picocolors";
import { type Say, sayIn } from "../messages/say.ts";
import { theItem } from "../named/the-item.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import { type Format, languageOption, listFormatOption } from "../options/options.ts";
import { table } from "../present/table.ts";
import { seeingDrafts, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { isTable, writeTable } from "../process/write-table.ts";
import { confidentialOption } from "./item-options.ts";

type Options = { by?: string; confidential?: boolean; format: Format; lang?: string };

export function addItemFigures(item: Command): void {
  item
    .command("figures <series>")
    .description("The numbers of a series of statistics with their totals; small ones are suppressed")
    .option("--by <name>", "the body, where several have the reference")
    .addOption(confidentialOption())
    .addOption(listFormatOption())
    .addOption(languageOption())
    .action(async (given: string, options: Options, command: Command) => {
      requireLanguageFits(options);
      await withTracker(command, async (local) => {
        const tracker = seeingDrafts(local, options.confidential);
        const id = await theItem(tracker, given, options.by);
        const detail = await tracker.reads.collectedItem(tracker.reader, id);
        const figures = await tracker.reads.seriesFigures(tracker.reader, id);
        if (detail === undefined || figures === undefined)
          throw new DomainError("notFound", `${given} is no series of statistics`);
        if (options.format === "json") return writeJson(figures);
        const { title } = detail.item;
        const content = SeriesContent.parse(detail.item.content);
        if (isTable(options.format))
          return writeTable(options.format, seriesFigureColumns(content), [figuresInRows(figures)], options.lang);
        await write(figures.years.map((year) => yearText(title, content, year, options.lang)).join("\n"));
        if (figures.years.length === 0) await write(`${sayIn(options.lang).figures.none}\n`);
      });
    });
}

function yearText(title: LocalizedText, content: SeriesContent, of: YearFigures, lang: string | undefined): string {
  const say = sayIn(lang);
  const { heads, lines } = figureGrid(content, of.cells, readerLanguage(lang));
  const shown = table(
    [
      { head: "", of: ({ name }) => name },
      ...heads.map(({ name }, place) => ({
        ...{ head: name || content.unit, align: "right" as const },
        of: ({ cells }: (typeof lines)[number]) => cellText(cells[place]),
      })),
    ],
    lines,
  );
  return [
    `${pc.bold(`${textIn(title, lang)}, ${of.year}`)} (${content.unit})\n`,
    shown,
    ...notesOn(of, say).map((note) => `${note}\n`),
  ].join("");
}

/** A suppressed number that who keeps the record sees stands in brackets. */
function cellText(cell: FigureCell | undefined): string {
  if (cell === undefined) return "–";
  if (cell.value === undefined) return "*";
  return cell.suppressed ? `[${cell.value}]` : String(cell.value);
}

function notesOn({ cells, isPublic, awaited = [] }: YearFigures, { figures: say }: Say): string[] {
  const left = cells.find(({ suppressed }) => suppressed);
  return [
    ...(left === undefined ? [] : [left.value === undefined ? say.suppressed : say.inBrackets]),
    ...(isPublic ? [] : [say.notPublic]),
    ...(awaited.length > 0 ? [say.awaited(awaited.join(", "))] : []),
  ];
}
