import type { Field } from "./field.ts";

const secondReading = [
  {
    name: "secondReader",
    label: "field.secondReader",
    hint: "field.secondReader.hint",
    line: true,
    rule: "fault.rule.secondReader",
    asked: "oneOfTwo",
  },
  {
    name: "singleReader",
    label: "field.singleReader",
    hint: "field.singleReader.hint",
    rule: "fault.rule.singleReader",
    asked: "oneOfTwo",
  },
] as const satisfies readonly Field[];

/** The acts of an issuing body that have a form, and the fields of each in their order. */
export const issuingBodyFields = {
  assess: [
    { name: "level", label: "field.found", list: "assessedLevel", rule: "fault.rule.found" },
    { name: "method", label: "field.method", hint: "field.method.hint", list: "assuranceMethod" },
    { name: "rationale", label: "field.rationale", hint: "field.rationale.hint" },
    { name: "reportingYear", label: "field.reportingYear", line: true, rule: "fault.rule.reportingYear" },
    { name: "asOf", label: "field.asOf", hint: "field.asOf.hint", rule: "fault.rule.asOf" },
    { name: "evidence", label: "field.evidence", hint: "field.foundEvidence.hint", rule: "fault.rule.evidence" },
  ],
  close: [
    { name: "closureReason", label: "field.closureReason", list: "closureReason", rule: "fault.rule.closureReason" },
    {
      name: "reason",
      label: "field.closingReason",
      hint: "field.closingReason.hint",
      rule: "fault.rule.closingReason",
    },
    ...secondReading,
  ],
  reopen: [
    { name: "reason", label: "field.reason", hint: "field.reason.hint" },
    { name: "newDue", label: "field.newDue", hint: "field.date.hint", line: true, rule: "fault.rule.due" },
    ...secondReading,
  ],
  decideDeadlineChange: [
    { name: "request", label: "field.request", offered: "requests", rule: "fault.rule.request" },
    { name: "decision", label: "field.decision", list: "deadlineDecision" },
    { name: "reason", label: "field.decisionReason", hint: "field.reason.hint" },
    {
      name: "decidedBy",
      label: "field.decidedBy",
      hint: "field.decidedBy.hint",
      line: true,
      rule: "fault.rule.decidedBy",
    },
    { name: "to", label: "field.otherDate", hint: "field.otherDate.hint", line: true, rule: "fault.rule.otherDate" },
    { name: "parliamentToldOn", label: "field.parliamentToldOn", rule: "fault.rule.parliamentToldOn" },
  ],
  decideSuccessor: [
    { name: "change", label: "field.change", offered: "changes", rule: "fault.rule.change" },
    { name: "of", label: "field.successorOf", list: "side" },
    {
      name: "successor",
      label: "field.successor",
      hint: "field.successor.hint",
      offered: "successors",
      line: true,
      rule: "fault.rule.successor",
    },
    { name: "from", label: "field.successorFrom", hint: "field.successorFrom.hint", rule: "fault.rule.successorFrom" },
    { name: "reason", label: "field.reason", hint: "field.reason.hint" },
  ],
  contestDeadlineChange: [
    { name: "change", label: "field.move", offered: "moves", rule: "fault.rule.move" },
    { name: "reason", label: "field.contestReason", hint: "field.reason.hint" },
  ],
  upholdNotCompetent: [{ name: "reason", label: "field.upholdReason", hint: "field.reason.hint" }],
  changeRole: [
    { name: "role", label: "field.role", hint: "field.role.hint", list: "role", rule: "fault.rule.role" },
    { name: "reason", label: "field.reason", hint: "field.reason.hint" },
  ],
  publishAnswer: [{ name: "answer", label: "field.answer", offered: "answers", rule: "fault.rule.answer" }],
  observe: [
    { name: "by", label: "field.observer", hint: "field.observer.hint", line: true, rule: "fault.name" },
    { name: "text", label: "field.observed", hint: "field.reason.hint" },
    { name: "evidence", label: "field.evidence", hint: "field.evidence.hint", rule: "fault.rule.evidence" },
  ],
} as const satisfies Record<string, readonly Field[]>;
