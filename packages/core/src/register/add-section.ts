import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import type { Report } from "../report/report.ts";
import { ReportSection, sectionShape } from "../report-section/report-section.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";
import { nextPosition, parentIn, requirePlace, type Sections } from "./section-place.ts";

export const NewSection = z
  .strictObject({
    ...sectionShape,
    position: sectionShape.position.optional(),
  })
  .meta({ id: "NewReportSection", description: "A part of what a report says; without a position it is the last." });

export const addSectionAct = {
  name: "addSection",
  on: "report",
  roles: byEditor.roles,
  states: ["draft", "published"],
  input: NewSection,
  makes: "reportSection",
  operation: {
    id: "addReportSection",
    method: "post",
    path: "/reports/{id}/sections",
    summary: "A part of what the report says",
    creates: true,
  },
  command: {
    noun: "section",
    verb: "add",
    about: "A part of what a report says; only what is final is published with it",
    names: { thing: "<report>" },
    options: {
      reference: ["--reference <reference>", "short, and its own among the sections of the report"],
      parent: ["--parent <section>", "the section that it is part of, by its reference or id"],
      kind: ["--kind <words>", 'what it tells, in the words of the body, such as "case law"'],
      title: ["--title <text>", "its title"],
      text: ["--text <text>", "what it says, in a small Markdown"],
      authors: ["--author <name>", "who writes it"],
      state: ["--state <state>", "how far it is written"],
      authenticLanguage: ["--authentic <code>", "the language in which it is written"],
    },
  },
} as const satisfies RegisterAct;

/** Errors: invalidInput, unknownInput, with the places; duplicateReference; missingPermission. */
export function addSection(
  context: RegisterContext,
  report: Report,
  sections: Sections,
  input: unknown,
): ReportSection {
  const { position, parent: named, ...given } = parseInput(NewSection, input);
  requireAllowedOnRegister(addSectionAct, context, report.status);
  const parent = parentIn(sections, named);
  const section = parseInput(ReportSection, {
    ...given,
    id: context.newId(),
    report: report.id,
    ...(parent !== undefined && { parent }),
    position: position ?? nextPosition(sections, parent),
  });
  requirePlace(sections, section);
  return section;
}
