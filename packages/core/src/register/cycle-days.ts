import type { ReportingCycle } from "../cycle/reporting-cycle.ts";
import { DomainError, type Issue } from "../domain-error.ts";
import type { Day } from "../time/day.ts";
import type { RegisterState } from "./register-act.ts";

export function stateOf({ closedOn }: ReportingCycle): RegisterState {
  return closedOn === undefined ? "open" : "closed";
}

export function inOrder(cycle: ReportingCycle): ReportingCycle {
  const { opensOn, updatesDueOn, assessmentsDueOn, selections = [] } = cycle;
  const issues: Issue[] = [];
  if (updatesDueOn < opensOn)
    issues.push({ name: "updatesDueOn", value: updatesDueOn, detail: `the cycle opens on ${opensOn}` });
  if (assessmentsDueOn < updatesDueOn)
    issues.push({ name: "assessmentsDueOn", value: assessmentsDueOn, detail: `updates are due on ${updatesDueOn}` });
  for (const { on } of selections)
    if (on > assessmentsDueOn)
      issues.push({
        name: "on",
        value: on,
        detail: `assessments are due on ${assessmentsDueOn}: nothing can be selected later`,
      });
  if (issues.length > 0) throw new DomainError("invalidInput", "the days of a cycle come one after another", issues);
  return cycle;
}

export function requireNotBefore(name: string, value: Day, what: string, on: Day): void {
  if (value < on)
    throw new DomainError("invalidInput", `${value} is too early`, [{ name, value, detail: `${what} on ${on}` }]);
}
