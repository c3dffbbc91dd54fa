import { z } from "zod";
import { parseInput } from "../acting/parse-input.ts";
import { type Erratum, ReportingCycle } from "../cycle/reporting-cycle.ts";
import { Selection } from "../cycle/selection.ts";
import { DomainError, type Issue } from "../domain-error.ts";
import { changesOf } from "../merge-patch-schema.ts";
import { Id } from "../source.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { Day } from "../time/day.ts";
import {
  Changes,
  patched,
  type RegisterContext,
  type RegisterState,
  requireAllowedOnRegister,
  requireNotInFuture,
} from "./register-act.ts";

export const NewReportingCycle = ReportingCycle.omit({
  id: true,
  selections: true,
  publishedOn: true,
  closedOn: true,
  errata: true,
}).meta({ id: "NewReportingCycle", description: "A reporting cycle, from the day it opens." });

/**
 * Opens a cycle: the follow-ups of the issuing body and of its predecessors owe an update by the day of the cycle
 * (D28).
 */
export function openCycle(context: RegisterContext, input: unknown): ReportingCycle {
  const content = parseInput(NewReportingCycle, input);
  requireAllowedOnRegister("openCycle", context);
  return inOrder({ ...content, id: context.newId() });
}

const days = ["opensOn", "updatesDueOn", "assessmentsDueOn", "selections"];

export const ReportingCycleChanges = changesOf(
  "ReportingCycleChanges",
  ReportingCycle.shape,
  days,
  "A JSON Merge Patch (RFC 7396) of an open cycle.",
);

/** Changes a day that was set wrongly. A deadline of the cycle cannot be moved for one addressee (D24). */
export function changeCycle(context: RegisterContext, cycle: ReportingCycle, input: unknown): ReportingCycle {
  const changes = parseInput(Changes, input);
  requireAllowedOnRegister("changeCycle", context, stateOf(cycle));
  return inOrder(parseInput(ReportingCycle, patched(cycle, changes, days)));
}

export const NewSelection = z
  .strictObject({
    ...Selection.shape,
    on: Day.optional().describe("Today when absent: it selects what was published by then."),
  })
  .meta({
    id: "NewSelection",
    description: "What the cycle has the issuing body assess beside claims: what fits all that it names, of each any.",
  });

/** Assessing is required for claims and for what a cycle selects (R36): from the day of the selection, by the cycle's day. */
export function selectForAssessment(context: RegisterContext, cycle: ReportingCycle, input: unknown): ReportingCycle {
  const { on = context.today, ...named } = parseInput(NewSelection, input);
  requireAllowedOnRegister("selectForAssessment", context, stateOf(cycle));
  requireNotInFuture(context.today, { on });
  const selection = parseInput(Selection, { ...named, on });
  return inOrder({ ...cycle, selections: [...(cycle.selections ?? []), selection] });
}

export const NewCyclePublication = z
  .strictObject({ publishedOn: Day.optional().describe("Today when absent.") })
  .meta({ id: "NewCyclePublication" });

/** Records that the findings of the cycle were published. */
export function publishCycle(context: RegisterContext, cycle: ReportingCycle, input: unknown): ReportingCycle {
  const { publishedOn = context.today } = parseInput(NewCyclePublication, input);
  requireAllowedOnRegister("publishCycle", context, stateOf(cycle));
  requireNotInFuture(context.today, { publishedOn });
  if (cycle.publishedOn !== undefined)
    throw new DomainError("invalidStateTransition", `it was published on ${cycle.publishedOn} already`);
  requireNotBefore("publishedOn", publishedOn, "it opened", cycle.opensOn);
  return { ...cycle, publishedOn };
}

export const NewCycleClosure = z
  .strictObject({ closedOn: Day.optional().describe("Today when absent; the snapshot is as of this day.") })
  .meta({ id: "NewCycleClosure" });

/** Closes a cycle: from now on nothing changes its snapshot (D30). */
export function closeCycle(
  context: RegisterContext,
  cycle: ReportingCycle,
  input: unknown,
): ReportingCycle & { closedOn: Day } {
  const { closedOn = context.today } = parseInput(NewCycleClosure, input);
  requireAllowedOnRegister("closeCycle", context, stateOf(cycle));
  requireNotInFuture(context.today, { closedOn });
  requireNotBefore("closedOn", closedOn, "its updates are due", cycle.updatesDueOn);
  if (cycle.publishedOn !== undefined) requireNotBefore("closedOn", closedOn, "it was published", cycle.publishedOn);
  return { ...cycle, closedOn };
}

export const NewErratum = z
  .strictObject({ text: ReadableText, followUp: Id.optional().describe("Where it is about one of the snapshot.") })
  .meta({ id: "NewErratum", description: "What was found wrong in a frozen snapshot." });

/** Adds an error that was found later. It is shown beside the snapshot, which stays as it is (D30). */
export function addErratum(context: RegisterContext, cycle: ReportingCycle, input: unknown): ReportingCycle {
  const { text, followUp } = parseInput(NewErratum, input);
  requireAllowedOnRegister("addErratum", context, stateOf(cycle));
  const erratum: Erratum = {
    recordedAt: context.at,
    actor: context.actor.name,
    ...(followUp && { followUp }),
    text,
  };
  return { ...cycle, errata: [...(cycle.errata ?? []), erratum] };
}

function stateOf({ closedOn }: ReportingCycle): RegisterState {
  return closedOn === undefined ? "open" : "closed";
}

function inOrder(cycle: ReportingCycle): ReportingCycle {
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

function requireNotBefore(name: string, value: Day, what: string, on: Day): void {
  if (value < on)
    throw new DomainError("invalidInput", `${value} is too early`, [{ name, value, detail: `${what} on ${on}` }]);
}
