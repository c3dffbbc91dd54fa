import type { AssessedLevel, GroupProgress } from "@heed/core";
import type { OverdueTotals } from "@heed/core/read-models/overdue-answer";
import type { Say } from "../language/say.ts";
import { type Figure, Figures } from "./figures.tsx";

type Props = {
  say: Say;
  progress: GroupProgress | undefined;
  overdue: Pick<OverdueTotals, "total" | "totalsByAge">;
};

/** How many are followed, answered, done as the issuing body found, and overdue. */
export function ProgressFigures({ say, progress, overdue }: Props) {
  const figures: Figure[] = progress === undefined ? [] : figuresOf(say, progress);
  return (
    <Figures
      figures={[
        ...figures,
        {
          name: say.message("front.overdue"),
          count: say.number(overdue.total),
          note: say.message("front.overdue.note", { long: overdue.totalsByAge.daysOver365 }),
          isLate: overdue.total > 0,
        },
      ]}
    />
  );
}

function figuresOf(say: Say, { followUps, byLifecycle, byAssessed, rates }: GroupProgress): Figure[] {
  const responded = rates.find(({ name }) => name === "responded");
  const assessed = (level: AssessedLevel) => byAssessed[level] ?? 0;
  return [
    {
      name: say.message("front.followed"),
      count: say.number(followUps - (byLifecycle.closed ?? 0)),
      note: say.message("front.followed.note", { total: followUps }),
    },
    {
      name: say.message("front.answered"),
      count: say.number(responded?.numerator ?? 0),
      note: say.message("front.answered.note", { due: responded?.denominator ?? 0 }),
    },
    {
      name: say.message("front.done"),
      count: say.number(assessed("fullyImplemented") + assessed("alternativeAction")),
      note: say.message("front.done.note", { unassessed: assessed("notAssessed") }),
    },
  ];
}
