import type { CollectedItem } from "../collected-item/collected-item.ts";
import { FiguresContent } from "../collected-item/kinds/figures.ts";
import { SeriesContent } from "../collected-item/kinds/series.ts";
import type { Issue } from "../domain-error.ts";
import { referenceKey } from "../recommendation/recommendation.ts";
import { figuresFaults } from "./figures-faults.ts";

/**
 * What is wrong with the figures of a year among the other items of their body: they fit the series that they name, and nobody delivers a
 * year twice. Nothing for an item of another kind.
 */
export function unfittingFigures(item: CollectedItem, others: readonly CollectedItem[]): readonly Issue[] {
  if (item.kind !== "figures" || item.withdrawn !== undefined) return [];
  const content = FiguresContent.parse(item.content);
  const { series, deliveredBy } = content;
  const things = others.filter((each) => each.id !== item.id && each.withdrawn === undefined);
  const of = things.find((each) => each.kind === "series" && isNamed(each.reference, series));
  if (of === undefined)
    return [{ name: "content.series", value: series, detail: "no series of the body has this reference" }];
  const twice = things.find(
    (each) =>
      each.kind === "figures" &&
      each.year === item.year &&
      isNamed(String(each.content.series), series) &&
      each.content.deliveredBy === deliveredBy,
  );
  if (twice !== undefined)
    return [
      {
        name: "content.deliveredBy",
        value: deliveredBy,
        detail: `${twice.reference} has its numbers: correct that one`,
      },
    ];
  return figuresFaults(SeriesContent.parse(of.content), content);
}

/** Whether such a fault may come of a correction of the series since: it got another row, or somebody delivers no more. */
export function comesOfCorrectedSeries({ name, detail }: Issue): boolean {
  return name === "content.cells" || (name === "content.deliveredBy" && detail.startsWith("one of: "));
}

const breakdowns = [
  { name: "rows", of: "row" },
  { name: "columns", of: "column" },
] as const;

/** The rows and columns that a correction takes from a series although numbers were delivered for them: those would be in no total any more. */
export function droppedNumbers(
  before: CollectedItem,
  after: CollectedItem,
  others: readonly CollectedItem[],
): readonly Issue[] {
  if (before.kind !== "series") return [];
  const [was, is] = [SeriesContent.parse(before.content), SeriesContent.parse(after.content)];
  const figures = others.filter(
    (each) =>
      each.kind === "figures" && each.withdrawn === undefined && isNamed(String(each.content.series), before.reference),
  );
  return breakdowns.flatMap(({ name, of }) => {
    const kept = new Set(is[name].map(({ code }) => code));
    return was[name].flatMap(({ code }): Issue[] => {
      if (kept.has(code)) return [];
      const having = figures.filter((each) =>
        FiguresContent.parse(each.content).cells.some((cell) => cell[of] === code),
      );
      if (having.length === 0) return [];
      const named = having.map(({ reference }) => reference).join(", ");
      return [
        {
          name: `content.${name}`,
          value: code,
          detail: `${named} has numbers for it: correct or withdraw those first`,
        },
      ];
    });
  });
}

function isNamed(reference: string, name: string): boolean {
  return referenceKey(reference) === referenceKey(name);
}
