import type { DraftedAct } from "@heed/core/drafts/act-draft";
import type { Visitor } from "../../asked/visitor.ts";
import type { Field } from "./field.ts";
import { issuingBodyFields } from "./issuing-body-fields.ts";
import { recordsForAddressee } from "./on-behalf.ts";

/** Where and when an addressee said what an editor records: a letter of a ministry that has no account. */
const onBehalf = [
  {
    name: "source",
    label: "field.source",
    hint: "field.source.hint",
    line: true,
    rule: "fault.rule.source",
    onBehalf: true,
    asked: "always",
  },
  { name: "givenOn", label: "field.givenOn", hint: "field.givenOn.hint", rule: "fault.rule.givenOn", onBehalf: true },
] as const satisfies readonly Field[];

/** The acts that have a form, and its fields in their order; what is not among them keeps what a draft has of it. */
const actFields = {
  respond: [
    ...onBehalf,
    { name: "position", label: "field.position", hint: "field.position.hint", list: "position" },
    { name: "reason", label: "field.reason", hint: "field.reason.hint" },
  ],
  commit: [
    ...onBehalf,
    { name: "description", label: "field.description", hint: "field.description.hint" },
    { name: "due", label: "field.due", hint: "field.date.hint", line: true, rule: "fault.rule.due" },
    { name: "owner", label: "field.owner", line: true },
  ],
  update: [
    ...onBehalf,
    { name: "reportingYear", label: "field.reportingYear", line: true, rule: "fault.rule.reportingYear" },
    { name: "level", label: "field.level", list: "reportedLevel", rule: "fault.rule.level" },
    { name: "narrative", label: "field.narrative", hint: "field.narrative.hint" },
    { name: "asOf", label: "field.asOf", hint: "field.asOf.hint", rule: "fault.rule.asOf" },
    { name: "claim", label: "field.claim", hint: "field.claim.hint" },
    { name: "evidence", label: "field.evidence", hint: "field.evidence.hint", rule: "fault.rule.claimEvidence" },
  ],
  addEvidence: [
    ...onBehalf,
    { name: "evidence", label: "field.evidence", hint: "field.evidence.hint", rule: "fault.rule.evidence" },
  ],
  requestDeadlineChange: [
    ...onBehalf,
    { name: "target", label: "field.target", rule: "fault.rule.target" },
    { name: "to", label: "field.to", hint: "field.date.hint", line: true, rule: "fault.rule.to" },
    { name: "reason", label: "field.reasonLater" },
    { name: "requestedBy", label: "field.requestedBy", line: true, rule: "fault.name" },
  ],
  withdrawDeadlineRequest: [
    ...onBehalf,
    { name: "request", label: "field.request", offered: "requests", rule: "fault.rule.request" },
    { name: "reason", label: "field.reason", hint: "field.reason.hint" },
  ],
  reportOutcome: [
    ...onBehalf,
    { name: "commitment", label: "field.commitment", offered: "promises", rule: "fault.rule.commitment" },
    { name: "outcome", label: "field.outcome", list: "commitmentOutcome" },
    {
      name: "replacedBy",
      label: "field.replacedBy",
      hint: "field.replacedBy.hint",
      offered: "promises",
      rule: "fault.rule.replacedBy",
    },
    { name: "asOf", label: "field.happenedOn", hint: "field.asOf.hint", rule: "fault.rule.asOf" },
    { name: "reason", label: "field.reason", hint: "field.reason.hint" },
  ],
  withdrawClaim: [
    ...onBehalf,
    { name: "update", label: "field.claimOf", offered: "claims", rule: "fault.rule.claimOf" },
    { name: "reason", label: "field.reason", hint: "field.reason.hint" },
  ],
  ...issuingBodyFields,
} as const satisfies Partial<Record<DraftedAct, readonly Field[]>>;

export type { Field };

/** An act that has a form. */
export type FormAct = keyof typeof actFields;

export const formActs = Object.keys(actFields) as readonly FormAct[];

export function isFormAct(name: string | undefined): name is FormAct {
  return name !== undefined && Object.hasOwn(actFields, name);
}

export function fieldsOf(act: FormAct): readonly Field[] {
  return actFields[act];
}

/** The fields that somebody sees: where and when it was said is asked of who records it for another. */
export function fieldsFor({ person }: Visitor, act: FormAct): readonly Field[] {
  const all = fieldsOf(act);
  return recordsForAddressee(person, act) ? all : all.filter(({ onBehalf: isAsked }) => !isAsked);
}
