import type { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { DomainError, isRefusal } from "../domain-error.ts";
import { responseDeadlineOf } from "../follow-up/replay/prepared-case.ts";
import { changesOf } from "../merge-patch-schema.ts";
import { publishedFrom } from "../report/publication-day.ts";
import { Report } from "../report/report.ts";
import type { Settings } from "../settings/settings.ts";
import type { Day } from "../time/day.ts";
import { requireChange, requireOtherThanAddressees } from "./correction.ts";
import type { Draft } from "./draft.ts";
import { NewReport } from "./draft-report.ts";
import {
  Changes,
  patched,
  type RegisterAct,
  type RegisterContext,
  requireAllowedOnRegister,
  requireNotInFuture,
} from "./register-act.ts";
import { changeText } from "./register-command.ts";
import { requireDaysInOrder, requireDueAfter } from "./report-days.ts";

const ofDraft = Object.keys(NewReport.shape);
const ofPublished = [
  ...ofDraft,
  "publishedOn",
  "publishedOnPrecision",
  "publishedOnAbsent",
  "transmittedToGovernmentOn",
  "transmittedToParliamentOn",
  "transmittedToFieldOn",
];

export const ReportChanges = changesOf(
  "ReportChanges",
  Report.shape,
  ofPublished,
  "A JSON Merge Patch (RFC 7396) of a report. Its days are set by its publication, and corrected afterwards.",
);

export const changeReportAct = {
  name: "changeReport",
  on: "report",
  roles: byEditor.roles,
  states: ["draft", "published"],
  input: ReportChanges,
  makes: "report",
  operation: {
    id: "changeReport",
    method: "patch",
    path: "/reports/{id}",
    summary: "A draft is changed; a published report is corrected by a new version that keeps the old one",
  },
  command: {
    noun: "report",
    verb: "change",
    alias: "correct",
    about: "Change a draft; correct a published report by a new version that keeps the old one",
    done: "Changed",
    names: { thing: "<reference>" },
    options: {
      change: ["--change <json>", changeText('{"title":{"nl":"Jaarverslag"}}')],
      issuingBody: ["--by <name>", "the issuing body, where it was recorded under another one", "organization"],
    },
  },
} as const satisfies RegisterAct;

/**
 * Changes a report. A draft is changed as it stands; a published report gets a new version, and the register keeps the
 * old one.
 */
export function changeReport(context: RegisterContext, draft: Draft, input: unknown): Report {
  const changes = parseInput(Changes, input);
  requireAllowedOnRegister(changeReportAct, context, draft.report.status);
  return changedReport(draft, changes, context.today);
}

function changedReport({ report, recommendations }: Draft, changes: z.output<typeof Changes>, today: Day): Report {
  const published = report.status === "published";
  const changed = parseInput(Report, patched(report, changes, published ? ofPublished : ofDraft));
  requireChange(report, changed);
  if (changed.issuingBody !== report.issuingBody)
    requireOtherThanAddressees(
      changed.issuingBody,
      recommendations.filter(({ issuingBody }) => issuingBody === undefined),
    );
  const { publishedOn, transmittedToGovernmentOn, transmittedToParliamentOn, transmittedToFieldOn } = changed;
  const days = { publishedOn, transmittedToGovernmentOn, transmittedToParliamentOn, transmittedToFieldOn };
  requireNotInFuture(today, days);
  if (published && publishedOn === undefined && changed.publishedOnAbsent === undefined)
    throw new DomainError("invalidInput", "a published report has its day", [
      { name: "publishedOn", detail: "or publishedOnAbsent says why there is none" },
    ]);
  if (published) requireDaysInOrder(changed, report);
  requireDueAfter(publishedFrom(changed), recommendations);
  return changed;
}

/** Until when a response is due by a published report (D1, D7), and until when it would be by a correction; nothing where both are one day. */
export type MovedResponse = { before?: Day; after?: Day };

/** What a correction of a published report would move. Nothing is decided; a correction that is refused, or names another body, tells nothing. */
export function foreseeReportChange(
  report: Report,
  input: unknown,
  { today, settings }: { today: Day; settings: Settings },
): MovedResponse | undefined {
  try {
    const changed = changedReport({ report, recommendations: [] }, parseInput(Changes, input), today);
    if (changed.issuingBody !== report.issuingBody) return undefined;
    const [before, after] = [report, changed].map((each) => responseDeadlineOf(each, settings).due);
    if (before === after) return undefined;
    return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}
