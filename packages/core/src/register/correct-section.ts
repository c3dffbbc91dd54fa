import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { Language, type LocalizedText } from "../localized-text.ts";
import { changesOf } from "../merge-patch-schema.ts";
import { ReportSection, sectionShape } from "../report-section/report-section.ts";
import { requireChange } from "./correction.ts";
import { Changes, patched, type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";
import { changeText } from "./register-command.ts";
import { requireNotWithdrawn } from "./require-not-withdrawn.ts";
import { parentIn, requirePlace, type Sections } from "./section-place.ts";

const ofSection = Object.keys(sectionShape);

/** A translation that still says what the authentic text says is stale no more, though its words stay. */
const Checked = z.array(Language).max(184).optional();

export const SectionChanges = changesOf(
  "ReportSectionChanges",
  {
    ...sectionShape,
    translationsChecked: Checked.describe("Translations that were compared with the authentic text and say the same."),
  },
  [...ofSection, "translationsChecked"],
  "A JSON Merge Patch (RFC 7396) of a section; what it said before is kept. A new parent or position moves it.",
);

export const correctSectionAct = {
  name: "correctSection",
  on: "reportSection",
  roles: byEditor.roles,
  input: SectionChanges,
  makes: "reportSection",
  operation: {
    id: "correctReportSection",
    method: "patch",
    path: "/reportSections/{id}",
    summary: "A new version of a section; what it said before is kept",
  },
  command: {
    noun: "section",
    verb: "correct",
    about: "A new version of a section, or another place for it; what it said before is kept",
    names: { thing: "<section>" },
    options: {
      change: ["--change <json>", changeText('{"state":"final"}')],
      among: ["--report <reference>", "the report, where several have the reference"],
    },
  },
} as const satisfies RegisterAct;

/** Errors: invalidInput, unknownInput, with the places; duplicateReference; invalidStateTransition; missingPermission. */
export function correctSection(
  context: RegisterContext,
  section: ReportSection,
  sections: Sections,
  input: unknown,
): ReportSection {
  const { translationsChecked, ...given } = parseInput(Changes, input);
  const { parent } = given;
  const changes = typeof parent === "string" ? { ...given, parent: parentIn(sections, parent) } : given;
  const checked = parseInput(z.strictObject({ translationsChecked: Checked }), { translationsChecked });
  requireAllowedOnRegister(correctSectionAct, context);
  requireNotWithdrawn(section);
  const after = parseInput(ReportSection, patched(section, changes, ofSection));
  const corrected = { ...after, stale: staleIn(section, after, checked.translationsChecked) };
  requireChange(section, corrected);
  requirePlace(sections, corrected);
  return corrected;
}

/** Those that were stale or have become so by a new authentic text, and were neither written nor compared. */
function staleIn(before: ReportSection, after: ReportSection, compared: readonly string[] = []): string[] {
  const { authenticLanguage, title, text } = after;
  const isNew = saysOther(before, after, authenticLanguage);
  return Object.keys({ ...title, ...text }).filter(
    (each) =>
      each !== authenticLanguage &&
      !compared.includes(each) &&
      !saysOther(before, after, each) &&
      (isNew || before.stale.includes(each)),
  );
}

function saysOther(before: ReportSection, after: ReportSection, language: string): boolean {
  const said = ({ title, text }: { title: LocalizedText; text?: LocalizedText | undefined }) =>
    JSON.stringify([title[language], text?.[language]]);
  return said(before) !== said(after);
}
