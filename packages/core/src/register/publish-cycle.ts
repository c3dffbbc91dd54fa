import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import type { ReportingCycle } from "../cycle/reporting-cycle.ts";
import { DomainError } from "../domain-error.ts";
import { Day } from "../time/day.ts";
import { requireNotBefore, stateOf } from "./cycle-days.ts";
import {
  type RegisterAct,
  type RegisterContext,
  requireAllowedOnRegister,
  requireNotInFuture,
} from "./register-act.ts";
import { bodyOption } from "./register-command.ts";

export const NewCyclePublication = z
  .strictObject({ publishedOn: Day.optional().describe("Today when absent.") })
  .meta({ id: "NewCyclePublication" });

export const publishCycleAct = {
  name: "publishCycle",
  on: "reportingCycle",
  roles: byEditor.roles,
  states: ["open"],
  input: NewCyclePublication,
  makes: "reportingCycle",
  operation: {
    id: "publishReportingCycle",
    method: "post",
    path: "/reportingCycles/{id}/publications",
    summary: "The findings of the cycle were published",
  },
  command: {
    noun: "cycle",
    verb: "publish",
    about: "The findings of the cycle were published",
    names: { thing: "<year>" },
    options: { ...bodyOption, publishedOn: ["--on <day>", "the day (default: today)"] },
  },
} as const satisfies RegisterAct;

/** Records that the findings of the cycle were published. */
export function publishCycle(context: RegisterContext, cycle: ReportingCycle, input: unknown): ReportingCycle {
  const { publishedOn = context.today } = parseInput(NewCyclePublication, input);
  requireAllowedOnRegister(publishCycleAct, context, stateOf(cycle));
  requireNotInFuture(context.today, { publishedOn });
  if (cycle.publishedOn !== undefined)
    throw new DomainError("invalidStateTransition", `it was published on ${cycle.publishedOn} already`);
  requireNotBefore("publishedOn", publishedOn, "it opened", cycle.opensOn);
  return { ...cycle, publishedOn };
}
