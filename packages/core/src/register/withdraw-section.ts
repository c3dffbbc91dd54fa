import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { DomainError } from "../domain-error.ts";
import type { ReportSection } from "../report-section/report-section.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";
import { requireNotWithdrawn } from "./require-not-withdrawn.ts";
import type { Sections } from "./section-place.ts";

export const SectionWithdrawal = z
  .strictObject({ reason: ReadableText })
  .meta({ id: "ReportSectionWithdrawal", description: "Why a section is part of its report no more." });

export const withdrawSectionAct = {
  name: "withdrawSection",
  on: "reportSection",
  roles: byEditor.roles,
  input: SectionWithdrawal,
  makes: "reportSection",
  operation: {
    id: "withdrawReportSection",
    method: "post",
    path: "/reportSections/{id}/withdrawals",
    summary: "It is part of the report no more; only who keeps the body's record sees it from now on",
  },
  command: {
    noun: "section",
    verb: "withdraw",
    about: "It is part of the report no more; the record keeps it",
    done: "Withdrawn",
    names: { thing: "<section>" },
    options: {
      reason: ["--reason <text>", "why"],
      among: ["--report <reference>", "the report, where several have the reference"],
    },
  },
} as const satisfies RegisterAct;

/** Errors: invalidStateTransition where it has sections below, or was withdrawn. */
export function withdrawSection(
  context: RegisterContext,
  section: ReportSection,
  sections: Sections,
  input: unknown,
): ReportSection {
  const { reason } = parseInput(SectionWithdrawal, input);
  requireAllowedOnRegister(withdrawSectionAct, context);
  requireNotWithdrawn(section);
  const below = sections.find(({ parent, withdrawn }) => parent === section.id && withdrawn === undefined);
  if (below !== undefined)
    throw new DomainError(
      "invalidStateTransition",
      `${section.reference} has the section ${below.reference}: move or withdraw it first`,
    );
  return { ...section, withdrawn: { on: context.today, reason } };
}
