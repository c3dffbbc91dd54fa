import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import type { ReportingCycle } from "../cycle/reporting-cycle.ts";
import { Day } from "../time/day.ts";
import { requireNotBefore, stateOf } from "./cycle-days.ts";
import {
  type RegisterAct,
  type RegisterContext,
  requireAllowedOnRegister,
  requireNotInFuture,
} from "./register-act.ts";
import { bodyOption } from "./register-command.ts";

export const NewCycleClosure = z
  .strictObject({ closedOn: Day.optional().describe("Today when absent; the snapshot is as of this day.") })
  .meta({ id: "NewCycleClosure" });

export const closeCycleAct = {
  name: "closeCycle",
  on: "reportingCycle",
  roles: byEditor.roles,
  states: ["open"],
  input: NewCycleClosure,
  makes: "reportingCycle",
  operation: {
    id: "closeReportingCycle",
    method: "post",
    path: "/reportingCycles/{id}/closures",
    summary: "Close the cycle, with a frozen snapshot of how each follow-up stood",
  },
  command: {
    noun: "cycle",
    verb: "close",
    about: "Close it, with a frozen snapshot of how each follow-up stood",
    names: { thing: "<year>" },
    options: { ...bodyOption, closedOn: ["--on <day>", "as of which day (default: today)"] },
  },
} as const satisfies RegisterAct;

/** Closes a cycle: from now on nothing changes its snapshot (D30). */
export function closeCycle(
  context: RegisterContext,
  cycle: ReportingCycle,
  input: unknown,
): ReportingCycle & { closedOn: Day } {
  const { closedOn = context.today } = parseInput(NewCycleClosure, input);
  requireAllowedOnRegister(closeCycleAct, context, stateOf(cycle));
  requireNotInFuture(context.today, { closedOn });
  requireNotBefore("closedOn", closedOn, "its updates are due", cycle.updatesDueOn);
  if (cycle.publishedOn !== undefined) requireNotBefore("closedOn", closedOn, "it was published", cycle.publishedOn);
  return { ...cycle, closedOn };
}
