import { publicReader } from "../access/reader.ts";
import { SeriesContent } from "../collected-item/kinds/series.ts";
import type { Block, Chart, Column } from "../document/document.ts";
import { emphasis, paragraph, text } from "../document/inlines.ts";
import { DomainError } from "../domain-error.ts";
import { textIn } from "../localized-text.ts";
import { allItems } from "../read-models/all-pages.ts";
import type { FigureCell, YearFigures } from "../read-models/series-figures.ts";
import type { AskedBlock } from "../report-section/asked-block.ts";
import { figureGrid } from "../statistics/figure-grid.ts";
import { colon } from "../wording/typeset.ts";
import type { BlockContext } from "./block-context.ts";

type Asked = Extract<AskedBlock, { name: "series" }>;

/**
 * The numbers of a series as everybody may see them: the table of a year with its totals, and a chart of the totals of the years up to it. What is suppressed is a
 * star in the table, and its year is in no chart. Errors: notFound; invalidInput where no numbers are public.
 */
export async function seriesBlocks(
  context: BlockContext,
  { reference, year: asked, caption }: Asked,
): Promise<Block[]> {
  const { reads, report, language, words, newId } = context;
  const filter = {
    issuingBody: [report.issuingBody],
    kind: ["series" as const],
    reference: [reference],
    hidden: false,
  };
  const [item] = await allItems((paging) => reads.collectedItems(publicReader, filter, paging));
  const figures = item && (await reads.seriesFigures(publicReader, item.id));
  if (item === undefined || figures === undefined)
    throw new DomainError("notFound", `there is no public series with the reference ${reference}`);
  const until = asked ?? report.reportingYear;
  const years = figures.years.filter(({ year }) => year <= until);
  const [latest] = years;
  if (latest === undefined || (asked !== undefined && latest.year !== asked))
    throw new DomainError("invalidInput", `the series ${reference} has no public numbers of ${until}`);
  const content = SeriesContent.parse(item.content);
  const title = caption ?? textIn(item.title, language);
  const { heads, lines } = figureGrid(content, latest.cells, language);
  const columns: Column[] = [
    { label: content.rowsBy ? textIn(content.rowsBy, language) : content.unit, weight: 3, rowHeader: true },
    ...heads.map(({ name }) => ({ label: name || content.unit, weight: 1.5, align: "end" as const })),
  ];
  const isCut = latest.cells.some(({ suppressed }) => suppressed);
  return [
    {
      ...{ kind: "table", id: newId("series"), columns },
      caption: [text(`${title}, ${latest.year}`)],
      rows: lines.map(({ name, cells }) => [[text(name || content.unit)], ...cells.map((cell) => [text(shown(cell))])]),
    },
    ...(isCut ? [paragraph(emphasis(words.suppressed))] : []),
    ...chartOf(context, title, years),
    paragraph(
      text(textIn(content.definition, language)),
      ...(content.counts ? [text(` ${words.source}${colon(language)}${content.counts}.`)] : []),
    ),
  ];
}

function shown(cell: FigureCell | undefined): string {
  return cell === undefined ? "–" : (cell.value?.toString() ?? "*");
}

/** One year is no chart: the table has it. */
function chartOf({ words, newId }: BlockContext, title: string, years: readonly YearFigures[]): Chart[] {
  const totals = years
    .map(({ year, cells }) => ({ year: String(year), value: cells.at(-1)?.value }))
    .filter((each): each is { year: string; value: number } => each.value !== undefined)
    .reverse();
  if (totals.length < 2) return [];
  return [
    {
      kind: "chart",
      id: newId("chart"),
      caption: [text(words.byYear(title))],
      alternative: words.byYearTold(title, totals.map(({ year, value }) => `${year}: ${value}`).join("; ")),
      categoriesLabel: words.heads.year,
      categories: totals.map(({ year }) => year),
      series: [{ label: words.total, tone: 8, values: totals.map(({ value }) => value) }],
    },
  ];
}
