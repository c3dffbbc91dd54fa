import type { Chart, Section } from "../../document/document.ts";
import { paragraph, text } from "../../document/inlines.ts";
import type { ComparisonItem } from "../../read-models/comparison-answer.ts";
import type { Telling } from "../wording/telling.ts";
import { countsText, levelSeries } from "./levels.ts";

/** The levels by year of the reports, and what was found otherwise since the first day. */
export function whatWasFound(telling: Telling): Section {
  const { facts, wording, days, label, name, reason } = telling;
  const { after, byYear, moved, from, to } = facts;
  const { found, heads } = wording;
  const all = after?.followUps ?? 0;
  const levelOf = ({ assessed, lifecycle }: ComparisonItem["after"]) =>
    telling.beside([label("assessedLevel", assessed), telling.within("lifecycle", lifecycle)]);
  const assessed = all - (after?.byAssessed.notAssessed ?? 0);
  const years = byYear.toSorted((one, other) => Number(one.group) - Number(other.group));
  const levels: Chart = {
    kind: "chart",
    id: "levels-by-year",
    caption: [text(found.byYear)],
    alternative: found.byYearAlternative(countsText(telling, "assessedLevel", after?.byAssessed ?? {})),
    categoriesLabel: heads.year,
    categories: years.map(({ label: year }) => year),
    series: levelSeries(
      telling,
      years.map(({ byAssessed }) => byAssessed),
    ),
  };
  return {
    id: "what-was-found",
    title: found.title,
    sections: [],
    blocks: [
      paragraph(text(found.lead({ assessed, all })), reason("R16", "progress", { asOf: to, groupBy: "reportingYear" })),
      // A picture of what nobody assessed would show one colour.
      ...(assessed === 0 ? [] : [levels]),
      ...(moved.length === 0 ? [paragraph(text(found.nothingMoved(days.from)))] : []),
      ...telling.listing(
        {
          id: "moved",
          caption: [text(found.moved(days.from)), reason("R16", "comparison", { from, to })],
          columns: [
            { label: heads.recommendation, weight: 4, rowHeader: true },
            { label: heads.responsible, weight: 3 },
            { label: heads.movement, weight: 2 },
            { label: heads.before, weight: 3 },
            { label: heads.after, weight: 3 },
          ],
        },
        moved,
        (item) => [
          telling.recommendation(item.recommendation, item.report),
          name(item.responsible),
          [text(label("movement", item.movement))],
          [text(item.before ? levelOf(item.before) : wording.none)],
          [text(levelOf(item.after))],
        ],
      ),
    ],
  };
}
