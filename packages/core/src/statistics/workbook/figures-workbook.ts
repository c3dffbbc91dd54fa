import type { SeriesContent } from "../../collected-item/kinds/series.ts";
import { DomainError } from "../../domain-error.ts";
import type { Label } from "../../label.ts";
import { type LocalizedText, textIn } from "../../localized-text.ts";
import type { FigureCell } from "../../read-models/series-figures.ts";
import type { Id } from "../../source.ts";
import type { SeriesRead, SeriesReads } from "./read-series.ts";
import { readSeries } from "./read-series.ts";

/** Its layout: a workbook of another one is refused. */
export const figuresFormat = "figures/1";

/** One series as a sheet to be filled in. */
export type FiguresSheet = {
  /** The name of the sheet. */
  name: string;
  series: Id;
  reference: string;
  title: string;
  definition: string;
  content: SeriesContent;
  /** What the same body delivered for the year before, with its totals; absent where it delivered nothing. */
  former?: readonly FigureCell[];
};

/** The workbook that a body such as a centre fills in with its numbers of a year. */
export type FiguresWorkbook = {
  language: keyof Label;
  issuingBody: Id;
  deliveredBy: string;
  year: number;
  sheets: readonly FiguresSheet[];
};

export type FiguresAsked = { issuingBody: Id; deliveredBy: string; year: number };

/**
 * The workbook of the series that the body has filled in by `deliveredBy`. Errors: missingPermission for who does not keep the
 * record of the body; invalidInput where nobody of that name fills in a series.
 */
export async function makeFiguresWorkbook(
  asking: SeriesReads,
  { issuingBody, deliveredBy, year }: FiguresAsked,
  language: keyof Label,
): Promise<FiguresWorkbook> {
  const all = await readSeries(asking, issuingBody);
  const own = all.filter(({ content }) => content.filledBy?.includes(deliveredBy));
  if (own.length === 0)
    throw new DomainError("invalidInput", "nobody of this name fills in a series of the body", [
      { name: "deliveredBy", value: deliveredBy, detail: namesText(all) },
    ]);
  return {
    ...{ language, issuingBody, deliveredBy, year },
    sheets: own.map(({ item, content, deliveryOf }, place) => {
      const former = deliveryOf(deliveredBy, year - 1);
      return {
        // Excel takes 31 signs, and not all of them.
        name: `${place + 1} ${item.reference.replace(/[^\p{L}\p{N} ._-]/gu, "-").slice(0, 25)}`,
        ...{ series: item.id, reference: item.reference, content },
        title: textIn(item.title, language),
        definition: textIn(content.definition as LocalizedText, language),
        ...(former && { former: former.cells }),
      };
    }),
  };
}

/** Who fills in a series of the body, each once. */
export function namesIn(all: readonly SeriesRead[]): readonly string[] {
  return [...new Set(all.flatMap(({ content }) => content.filledBy ?? []))].sort();
}

function namesText(all: readonly SeriesRead[]): string {
  const names = namesIn(all);
  return names.length === 0 ? "no series of the body says by whom it is filled in" : `one of: ${names.join(", ")}`;
}
