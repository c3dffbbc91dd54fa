import { propertyOf } from "@heed/core/acting/property-kind";
import { registerActs } from "@heed/core/acts/acts";
import type { Field } from "../form/field.ts";
import type { FieldProperty } from "../form/values.ts";

const days = [
  { name: "opensOn", label: "cycle.opens", rule: "fault.rule.cycleDay" },
  { name: "updatesDueOn", label: "cycle.updates", hint: "field.updatesDueOn.hint", rule: "fault.rule.updatesDueOn" },
  {
    name: "assessmentsDueOn",
    label: "cycle.assessments",
    hint: "field.assessmentsDueOn.hint",
    rule: "fault.rule.assessmentsDueOn",
  },
] as const satisfies readonly Field[];

/** The acts on a reporting cycle that have a form, and their fields in their order. */
const cycleFields = {
  openCycle: [
    { name: "issuingBody", label: "rec.body", line: true, rule: "fault.rule.issuingBody" },
    { name: "year", label: "field.reportingYear", line: true, rule: "fault.rule.cycleYear" },
    ...days,
  ],
  changeCycle: days,
  publishCycle: [
    { name: "publishedOn", label: "field.publishedOn", hint: "field.asOf.hint", rule: "fault.rule.publishedOn" },
  ],
  addErratum: [
    { name: "text", label: "field.erratum", hint: "field.reason.hint" },
    {
      name: "followUp",
      label: "field.erratumFollowUp",
      hint: "select.followUps.hint",
      line: true,
      rule: "fault.rule.erratumFollowUp",
    },
  ],
  closeCycle: [{ name: "closedOn", label: "field.closedOn", hint: "field.closedOn.hint", rule: "fault.rule.closedOn" }],
} as const satisfies Record<string, readonly Field[]>;
export type CycleAct = keyof typeof cycleFields;

export function isCycleAct(name: string | null | undefined): name is CycleAct {
  return typeof name === "string" && Object.hasOwn(cycleFields, name);
}

export function cycleFieldsOf(act: CycleAct): readonly Field[] {
  return cycleFields[act];
}

/** What a field holds; a change of days sends all of them, so that none may be empty. */
export function propertyOnCycle(act: CycleAct, { name }: Field): FieldProperty {
  const property = propertyOf(registerActs[act].input, name);
  return act === "changeCycle" ? { ...property, needed: true } : property;
}
