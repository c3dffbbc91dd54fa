import type { DraftedAct } from "@heed/core/drafts/act-draft";
import type { RefDataList } from "@heed/core/ref-data/labels";
import type { MessageKey } from "../../language/message.ts";

/** How a property of an act's input is shown in a form. What it is, and whether it is needed, says the act's schema. */
export type Field = {
  name: string;
  label: MessageKey;
  hint?: MessageKey;
  /** The labels of its choices. */
  list?: RefDataList;
  /** A text of one line. */
  line?: true;
  /** What to write instead, where the act refuses what was written by a rule of its own. */
  rule?: MessageKey;
};

/** The acts that have a form, and its fields in their order; what is not among them keeps what a draft has of it. */
export const actFields = {
  respond: [
    { name: "position", label: "field.position", hint: "field.position.hint", list: "position" },
    { name: "reason", label: "field.reason", hint: "field.reason.hint" },
  ],
  commit: [
    { name: "description", label: "field.description", hint: "field.description.hint" },
    { name: "due", label: "field.due", hint: "field.date.hint", line: true, rule: "fault.rule.due" },
    { name: "owner", label: "field.owner", line: true },
  ],
  update: [
    { name: "reportingYear", label: "field.reportingYear", line: true, rule: "fault.rule.reportingYear" },
    { name: "level", label: "field.level", list: "reportedLevel", rule: "fault.rule.level" },
    { name: "narrative", label: "field.narrative", hint: "field.narrative.hint" },
    { name: "asOf", label: "field.asOf", hint: "field.asOf.hint", rule: "fault.rule.asOf" },
    { name: "claim", label: "field.claim", hint: "field.claim.hint" },
    { name: "evidence", label: "field.evidence", hint: "field.evidence.hint", rule: "fault.rule.claimEvidence" },
  ],
  addEvidence: [
    { name: "evidence", label: "field.evidence", hint: "field.evidence.hint", rule: "fault.rule.evidence" },
  ],
  requestDeadlineChange: [
    { name: "target", label: "field.target", rule: "fault.rule.target" },
    { name: "to", label: "field.to", hint: "field.date.hint", line: true, rule: "fault.rule.to" },
    { name: "reason", label: "field.reasonLater" },
    { name: "requestedBy", label: "field.requestedBy", line: true, rule: "fault.name" },
  ],
} as const satisfies Partial<Record<DraftedAct, readonly Field[]>>;

/** An act that has a form. */
export type FormAct = keyof typeof actFields;

export const formActs = Object.keys(actFields) as readonly FormAct[];

export function isFormAct(name: string | undefined): name is FormAct {
  return name !== undefined && Object.hasOwn(actFields, name);
}

export function fieldsOf(act: FormAct): readonly Field[] {
  return actFields[act];
}
