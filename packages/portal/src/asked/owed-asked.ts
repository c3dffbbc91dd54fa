import { OverdueKind } from "@heed/core";
import type { ObligationFilter } from "@heed/core/read-models/obligation-filter";
import type { Asked } from "./asked.ts";
import { filterAsked } from "./filters.ts";
import { codesAsked, dayAsked } from "./parameters.ts";

/** What the filters of the lists of what is owed ask. */
export type OwedFilter = Pick<
  ObligationFilter,
  "asOf" | "kind" | "responsible" | "report" | "theme" | "dueFrom" | "dueUntil"
>;

/** What an address asks of what is owed. Errors: FaultyAddress. */
export async function owedAsked(asked: Asked): Promise<OwedFilter> {
  const { say, asOf, parameters } = asked;
  const { responsible, report, theme } = parameters;
  const kind = codesAsked(asked, "kind", OverdueKind.options);
  const dueOn = dayAsked(parameters, say, "dueOn");
  return {
    asOf,
    ...(dueOn && { dueFrom: dueOn, dueUntil: dueOn }),
    ...(kind && { kind }),
    ...(await filterAsked(asked, { responsible, report, theme })),
  };
}

export const dueCodes = ["overdue", "notYet"] as const;

/** Whether only what is overdue, or only what is not, is asked for. Errors: FaultyAddress. */
export function overdueAsked(due: (typeof dueCodes)[number] | undefined): Pick<ObligationFilter, "overdue"> {
  return due === undefined ? {} : { overdue: due === "overdue" };
}
