import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import type { ReportingCycle } from "../cycle/reporting-cycle.ts";
import { Selection } from "../cycle/selection.ts";
import { Day } from "../time/day.ts";
import { inOrder, stateOf } from "./cycle-days.ts";
import {
  type RegisterAct,
  type RegisterContext,
  requireAllowedOnRegister,
  requireNotInFuture,
} from "./register-act.ts";
import { bodyOption } from "./register-command.ts";

export const NewSelection = z
  .strictObject({
    ...Selection.shape,
    on: Day.optional().describe("Today when absent: it selects what was published by then."),
  })
  .meta({
    id: "NewSelection",
    description:
      "The follow-ups that the issuing body assesses for this cycle, besides claims: those that fit each kind of thing that is named, by any one of that kind.",
  });

export const selectForAssessmentAct = {
  name: "selectForAssessment",
  on: "reportingCycle",
  roles: byEditor.roles,
  states: ["open"],
  input: NewSelection,
  makes: "reportingCycle",
  operation: {
    id: "selectForAssessment",
    method: "post",
    path: "/reportingCycles/{id}/selections",
    summary:
      "The follow-ups that the issuing body assesses for this cycle, besides claims, by the cycle's day for assessments",
  },
  command: {
    noun: "cycle",
    verb: "select",
    about:
      "The follow-ups that the issuing body assesses for this cycle, besides claims: those that fit every option that is given",
    names: { thing: "<year>" },
    options: {
      ...bodyOption,
      reports: ["--report <reference>", "of this report", "report"],
      themes: ["--theme <theme>", "on this theme", "theme"],
      addressees: ["--addressee <name>", "addressed to it, as printed", "addressee"],
      followUps: ["--follow-up <id>", "this follow-up", "followUp"],
      reason: ["--reason <text>", "why these"],
      on: ["--on <day>", "the day (default: today)"],
    },
  },
} as const satisfies RegisterAct;

/** Assessing is required for claims and for what a cycle selects (R36): from the day of the selection, by the cycle's day. */
export function selectForAssessment(context: RegisterContext, cycle: ReportingCycle, input: unknown): ReportingCycle {
  const { on = context.today, ...named } = parseInput(NewSelection, input);
  requireAllowedOnRegister(selectForAssessmentAct, context, stateOf(cycle));
  requireNotInFuture(context.today, { on });
  const selection = parseInput(Selection, { ...named, on });
  return inOrder({ ...cycle, selections: [...(cycle.selections ?? []), selection] });
}
