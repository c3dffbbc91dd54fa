import { Movement } from "../../comparison/movement.ts";
import type { Chart, Section } from "../../document/document.ts";
import { paragraph, text } from "../../document/inlines.ts";
import type { Telling } from "../wording/telling.ts";
import { countsText, levelSeries } from "./levels.ts";

/** How the follow-ups moved between the two days, and what was found on both. */
export function yearBefore(telling: Telling): Section {
  const { facts, wording, days, label, reason } = telling;
  const { comparison, changed, from, to, since } = facts;
  const { year, heads } = wording;
  const { before, after, totalsByMovement } = comparison;
  const told = countsText(telling, "changeKind", changed);
  const levels: Chart = {
    kind: "chart",
    id: "levels-of-both-days",
    caption: [text(year.levels)],
    alternative: year.levelsAlternative({ ...days, told: countsText(telling, "assessedLevel", after.byAssessed) }),
    categoriesLabel: heads.day,
    categories: [days.from, days.to],
    series: levelSeries(telling, [before.byAssessed, after.byAssessed]),
  };
  return {
    id: "year-before",
    title: year.title,
    sections: [],
    blocks: [
      paragraph(
        text(year.lead({ ...days, before: before.followUps, after: after.followUps })),
        reason("R16", "comparison", { from, to }),
      ),
      {
        kind: "table",
        id: "movements",
        caption: [text(year.moved)],
        columns: [
          { label: heads.movement, weight: 4, rowHeader: true },
          { label: heads.followUps, weight: 1, align: "end" },
        ],
        rows: Movement.options.map((movement) => [
          [text(label("movement", movement))],
          [text(String(totalsByMovement[movement]))],
        ]),
      },
      ...(told === ""
        ? []
        : [paragraph(text(year.changes({ from: days.from, told })), reason("D17", "changes", { from: since, to }))]),
      ...([before, after].every(({ byAssessed, followUps }) => byAssessed.notAssessed === followUps) ? [] : [levels]),
    ],
  };
}
