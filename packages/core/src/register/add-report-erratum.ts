import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { DomainError } from "../domain-error.ts";
import type { Report } from "../report/report.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

export const NewReportErratum = z
  .strictObject({ text: ReadableText })
  .meta({ id: "NewReportErratum", description: "What was found wrong in a frozen report." });

export const addReportErratumAct = {
  name: "addReportErratum",
  on: "report",
  roles: byEditor.roles,
  states: ["published"],
  input: NewReportErratum,
  makes: "report",
  operation: {
    id: "addReportErratum",
    method: "post",
    path: "/reports/{id}/errata",
    summary: "Tell an error in a frozen report; its documents stay as they are",
  },
  command: {
    noun: "report",
    verb: "erratum",
    about: "Tell an error in a frozen report; its documents stay as they are",
    names: { thing: "<reference>" },
    options: { text: ["--text <text>", "what is wrong"] },
  },
} as const satisfies RegisterAct;

/** It is shown beside the frozen documents. Errors: missingPermission; invalidStateTransition where nothing is frozen. */
export function addReportErratum(context: RegisterContext, report: Report, input: unknown): Report {
  const { text } = parseInput(NewReportErratum, input);
  requireAllowedOnRegister(addReportErratumAct, context, report.status);
  if (report.frozen === undefined)
    throw new DomainError("invalidStateTransition", "the report is not frozen: correct what is wrong in the record");
  const erratum = { recordedAt: context.at, actor: context.actor.name, text };
  return { ...report, errata: [...(report.errata ?? []), erratum] };
}
