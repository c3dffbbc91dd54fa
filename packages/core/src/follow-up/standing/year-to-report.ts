import type { ReportingCycle } from "../../cycle/reporting-cycle.ts";
import type { Day } from "../../time/day.ts";
import type { Obligation } from "../replay/obligation.ts";

type Asking = {
  cycles: readonly Pick<ReportingCycle, "year" | "opensOn" | "updatesDueOn">[];
  owed: readonly Pick<Obligation, "kind" | "missedYears">[];
  day: Day;
};

/**
 * The year that an update would be about: that of the cycle which takes updates on the day, as it stands for the missed years before
 * it too; else the last year without one; else the year of the day. `cycles` and `owed`: of the follow-up.
 */
export function yearToReport({ cycles, owed, day }: Asking): number {
  const running = cycles.filter(({ opensOn, updatesDueOn }) => opensOn <= day && day <= updatesDueOn);
  const missed = owed.flatMap(({ kind, missedYears }) => (kind === "update" ? missedYears : []));
  const years = running.length > 0 ? running.map(({ year }) => year) : missed;
  const [last = Number(day.slice(0, 4))] = [...years].sort((one, other) => other - one);
  return last;
}
