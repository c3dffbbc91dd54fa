import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { ReportingCycle } from "../cycle/reporting-cycle.ts";
import { changesOf } from "../merge-patch-schema.ts";
import { inOrder, stateOf } from "./cycle-days.ts";
import { Changes, patched, type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";
import { bodyOption, changeText } from "./register-command.ts";

const days = ["opensOn", "updatesDueOn", "assessmentsDueOn", "selections"];

export const ReportingCycleChanges = changesOf(
  "ReportingCycleChanges",
  ReportingCycle.shape,
  days,
  "A JSON Merge Patch (RFC 7396) of an open cycle.",
);

export const changeCycleAct = {
  name: "changeCycle",
  on: "reportingCycle",
  roles: byEditor.roles,
  states: ["open"],
  input: ReportingCycleChanges,
  makes: "reportingCycle",
  operation: {
    id: "changeReportingCycle",
    method: "patch",
    path: "/reportingCycles/{id}",
    summary: "Change the days of an open cycle",
  },
  command: {
    noun: "cycle",
    verb: "change",
    about: "Change the days of an open cycle",
    names: { thing: "<year>" },
    options: { ...bodyOption, change: ["--change <json>", changeText('{"assessmentsDueOn":"2025-06-30"}')] },
  },
} as const satisfies RegisterAct;

/** Changes a day that was set wrongly. A deadline of the cycle cannot be moved for one addressee (D24). */
export function changeCycle(context: RegisterContext, cycle: ReportingCycle, input: unknown): ReportingCycle {
  const changes = parseInput(Changes, input);
  requireAllowedOnRegister(changeCycleAct, context, stateOf(cycle));
  return inOrder(parseInput(ReportingCycle, patched(cycle, changes, days)));
}
