import type { ReportingCycle } from "../../cycle/reporting-cycle.ts";
import { responsibleOn } from "../../organization/succession.ts";
import { startDay } from "../../report/start-day.ts";
import { type Settings, settingsOn } from "../../settings/settings.ts";
import type { Id } from "../../source.ts";
import { type Day, firstDay, later } from "../../time/day.ts";
import { endOfPeriod } from "../../time/period.ts";
import { firstDayOf, precisionsOf } from "../../time/shown-date.ts";
import type { FollowUpCase } from "../case/case.ts";
import type { Entry } from "../entries/entry.ts";
import { type LiveEntry, liveEntries, rootIds } from "../entries/live-entries.ts";
import { evidenceOf } from "../entries/shown-evidence.ts";
import { mayWait } from "../entries/unpublished.ts";
import { withoutConfidential } from "../entries/without-confidential.ts";
import type { Reason } from "../reason.ts";
import { joinConflicts } from "./findings.ts";
import { replacements } from "./replacement.ts";
import { type Responsibility, responsibilityOf } from "./responsibility.ts";
import { selectedFrom } from "./selected.ts";
import type { State } from "./state.ts";

/**
 * A case prepared so that any day can be asked about: the entries that stand, in order, and the deadline of the
 * response.
 */
export type PreparedCase = {
  case: FollowUpCase;
  settings: Settings;
  /** The first day on which the follow-up may exist: the first day on which its report may have been published. */
  opened: Day;
  /** The day from which it certainly exists; absent when nothing is known about the day of publication. */
  published?: Day;
  /**
   * As everybody may read them: a correction that changed confidential evidence alone counts as the version before it, so that
   * what is told to all never names it (R59); an answer that waits for its publication has no words (R60).
   */
  entries: readonly LiveEntry[];
  /** Those of them that are no entries, but closures by links of newer recommendations (R50). */
  closedByLinks: ReadonlySet<Entry>;
  rootOf: ReadonlyMap<Id, Id>;
  issuingBody: Id;
  responsibility: Responsibility;
  cycles: readonly ReportingCycle[];
  /** The cycles that have the issuing body assess it, claimed or not, each with the day from which it does. */
  selected: readonly { cycle: ReportingCycle; from: Day }[];
  responseDue: Day | undefined;
  responseReason: Reason;
  /** Whether the update of a cycle was owed when it was due. Every later day needs it, so it is kept. */
  updateWasOwed: Map<Id, boolean>;
  /** The states before a day on which the addressee declined or accepted again. */
  stateBefore: Map<Day, State>;
  /** Whether the response was due before a cycle opened. */
  responseWasDue: Map<Id, boolean>;
};

/** Undefined for a draft: it has no standing (R58). */
export function prepareCase(followUpCase: FollowUpCase, settings: Settings): PreparedCase | undefined {
  const { report, recommendation } = followUpCase;
  if (report.status === "draft") return undefined;
  const responsibility = responsibilityOf(followUpCase, settings);
  const replaced = replacements(followUpCase, responsibility, settings);
  const shown = followUpCase.shown ?? shownTo(followUpCase.entries);
  const rootOf = rootIds(followUpCase.entries);
  const { due, reason } = responseDeadlineOf(report, settings);
  const printedBody = recommendation.issuingBody ?? report.issuingBody;
  const cycles = followUpCase.cycles
    .filter(({ issuingBody, opensOn }) => {
      const asking = responsibleOn(printedBody, responsibility.issuingBody, opensOn);
      return issuingBody === asking.organization;
    })
    .sort((a, b) => a.year - b.year);
  return {
    case: followUpCase,
    settings,
    opened: report.publishedOn === undefined ? firstDay : firstDayOf(report.publishedOn, report.publishedOnPrecision),
    ...(report.publishedOn !== undefined && { published: report.publishedOn }),
    entries: joinConflicts(liveEntries([...shown, ...replaced], settings)),
    closedByLinks: new Set(replaced),
    rootOf,
    issuingBody: printedBody,
    responsibility,
    cycles,
    selected: cycles.flatMap((cycle) => {
      const from = selectedFrom(cycle, followUpCase);
      return from === undefined ? [] : [{ cycle, from }];
    }),
    responseDue: due,
    responseReason: reason,
    stateBefore: new Map(),
    updateWasOwed: new Map(),
    responseWasDue: new Map(),
  };
}

/** The entries as everybody may read them: the same ones where no evidence is confidential and no answer waits. */
function shownTo(entries: readonly Entry[]): readonly Entry[] {
  const hasSecret = entries.some(
    (entry) => mayWait(entry) || evidenceOf(entry).some(({ confidential }) => confidential),
  );
  return hasSecret ? withoutConfidential(entries).visible : entries;
}

/**
 * D1: a response is due a period after publication or transmission, set by the report or by the installation; or after
 * the day from which it is owed, when that is later.
 */
export function responseDeadlineOf(
  report: FollowUpCase["report"],
  settings: Settings,
  owedFrom: Day = firstDay,
): { due: Day | undefined; reason: Reason } {
  if (report.responsePeriod === "none") return { due: undefined, reason: { rule: "D7", code: "noResponsePeriod" } };
  const event = report.responsePeriod?.from ?? "publication";
  const started = report[startDay[event]];
  const from = later(started ?? firstDay, owedFrom);
  const held = settingsOn(settings, from);
  const period = report.responsePeriod ?? held.responsePeriod;
  const rules = report.responsePeriod?.rules ?? held.periodRules;
  const facts = { period: `${period.amount} ${period.unit}`, rules, from: event };
  if (started === undefined) return { due: undefined, reason: { rule: "D7", code: "responsePeriodNotStarted", facts } };
  const precision = from === report.publishedOn && event === "publication" ? report.publishedOnPrecision : "day";
  const due = endOfPeriod(from, period, rules);
  return {
    due,
    reason: {
      rule: "D1",
      code: "responsePeriod",
      dates: { from, due },
      facts: { ...facts, ...precisionsOf({ from: precision }) },
    },
  };
}
