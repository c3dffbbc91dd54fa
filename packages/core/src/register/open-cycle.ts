import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { ReportingCycle } from "../cycle/reporting-cycle.ts";
import { inOrder } from "./cycle-days.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

export const NewReportingCycle = ReportingCycle.omit({
  id: true,
  selections: true,
  publishedOn: true,
  closedOn: true,
  errata: true,
}).meta({ id: "NewReportingCycle", description: "A reporting cycle, from the day it opens." });

export const openCycleAct = {
  name: "openCycle",
  on: "reportingCycle",
  roles: byEditor.roles,
  input: NewReportingCycle,
  makes: "reportingCycle",
  operation: {
    id: "openReportingCycle",
    method: "post",
    path: "/reportingCycles",
    summary: "A new cycle: updates and assessments are due by its days",
    creates: true,
  },
  command: {
    noun: "cycle",
    verb: "open",
    about: "A new cycle: updates and assessments are due by its days",
    options: {
      year: ["--year <year>", "the reporting year that it asks about"],
      issuingBody: ["--by <name>", "the issuing body", "organization"],
      opensOn: ["--opens <day>", "the day it opens"],
      updatesDueOn: ["--updates-due <day>", "the day by which addressees tell their progress"],
      assessmentsDueOn: ["--assessments-due <day>", "the day by which the issuing body verifies"],
    },
  },
} as const satisfies RegisterAct;

/**
 * Opens a cycle: the follow-ups of the issuing body and of its predecessors owe an update by the day of the cycle
 * (D28).
 */
export function openCycle(context: RegisterContext, input: unknown): ReportingCycle {
  const content = parseInput(NewReportingCycle, input);
  requireAllowedOnRegister(openCycleAct, context);
  return inOrder({ ...content, id: context.newId() });
}
