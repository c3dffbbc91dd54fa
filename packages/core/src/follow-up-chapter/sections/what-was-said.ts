import type { Section } from "../../document/document.ts";
import { paragraph, text } from "../../document/inlines.ts";
import { declines, Position } from "../../follow-up/levels.ts";
import type { GroupProgress, Rate } from "../../progress/progress.ts";
import { percent, type Telling } from "../wording/telling.ts";

const rateNames = ["responded", "accepted", "implemented"] as const;

/** Positions, and who answered. */
export function whatWasSaid(telling: Telling): Section {
  const { facts, wording, days, label, reason } = telling;
  const { comparison, byResponsible, to, from } = facts;
  const { said, heads } = wording;
  const { before, after } = comparison;
  const sum = (holds: (position: Position) => boolean) =>
    Position.options.reduce((all, each) => (holds(each) ? all + after.byPosition[each] : all), 0);
  const accepted = sum((position) => position.startsWith("accepted"));
  const declined = sum(declines);
  const told = byResponsible.filter(hasRate);
  const untold = byResponsible.length - told.length;
  return {
    id: "what-was-said",
    title: said.title,
    sections: [],
    blocks: [
      paragraph(
        text(
          said.lead({
            ...{ stated: accepted + declined, accepted, declined, awaiting: after.byPosition.awaiting },
            unknown: after.byPosition.answeredNotStated + after.byPosition.undetermined,
          }),
        ),
        reason("R16", "comparison", { from, to }),
      ),
      {
        kind: "table",
        id: "positions",
        caption: [text(said.positions)],
        columns: [
          { label: heads.position, weight: 4, rowHeader: true },
          { label: days.from, weight: 2, align: "end" },
          { label: days.to, weight: 2, align: "end" },
        ],
        rows: Position.options
          .filter((position) => before.byPosition[position] + after.byPosition[position] > 0)
          .map((position) => [
            [text(label("position", position))],
            [text(String(before.byPosition[position]))],
            [text(String(after.byPosition[position]))],
          ]),
      },
      ...telling.listing(
        {
          id: "answers-by-responsible",
          caption: [text(said.byResponsible), reason("R13", "progress", { asOf: to, groupBy: "responsible" })],
          columns: [
            { label: heads.responsible, weight: 4, rowHeader: true },
            { label: heads.followUps, weight: 2, align: "end" },
            ...rateNames.map((name) => ({
              label: label("rate", name),
              weight: 2,
              align: "end" as const,
            })),
          ],
        },
        told,
        (group) => [
          [text(group.label)],
          [text(String(group.followUps))],
          ...rateNames.map((name) => [text(shareOf(telling, group, name))]),
        ],
      ),
      ...(untold > 0 ? [paragraph(text(said.untold(untold)))] : []),
    ],
  };
}

function hasRate({ rates }: GroupProgress): boolean {
  return rates.some(({ name, denominator }) => rateNames.some((each) => each === name) && denominator > 0);
}

function shareOf({ wording }: Telling, { rates }: GroupProgress, name: Rate["name"]): string {
  const { numerator = 0, denominator = 0 } = rates.find((rate) => rate.name === name) ?? {};
  return denominator === 0 ? wording.none : wording.share(numerator, denominator, percent(numerator, denominator));
}
