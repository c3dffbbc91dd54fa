import { type ResponsibilityInterval, responsibleOn } from "../../organization/succession.ts";
import { dayOf, type Settings, settingsOn } from "../../settings/settings.ts";
import type { Id } from "../../source.ts";
import { addDays, type Day, daysBetween, firstDay } from "../../time/day.ts";
import { endOfPeriod } from "../../time/period.ts";
import { precisionsOf } from "../../time/shown-date.ts";
import type { FollowUpCase } from "../case/case.ts";
import type { Entry } from "../entries/entry.ts";
import { givenDates, givenPrecision } from "../entries/live-entries.ts";
import { declines, type Timeliness } from "../levels.ts";
import { factsOf, type Reason } from "../reason.ts";
import { type FinalTimeliness, finalTimeliness } from "../replay/final-timeliness.ts";
import type { Obligation } from "../replay/obligation.ts";
import { obligationsOn } from "../replay/obligations.ts";
import { type Declined, declinings } from "../replay/overdue-when-withdrawn.ts";
import { type PreparedCase, prepareCase } from "../replay/prepared-case.ts";
import type { State } from "../replay/state.ts";
import { stateOn } from "../replay/states-in-order.ts";
import { hasTimeline } from "../replay/timeline.ts";
import { worst } from "../timeliness.ts";
import type { Standing } from "./four-answers.ts";
import type { ObligationOnDay } from "./obligation-on-day.ts";
import { outstandingOn } from "./outstanding.ts";
import type { Responsible } from "./responsible.ts";

/** The first three answers, and what the fourth follows from: the part that changes only by an act or a cycle. */
export type Answers = Omit<
  Standing,
  "asOf" | "timeliness" | "verificationTimeliness" | "stale" | "owed" | "responsible" | "issuingBody" | "asked"
> & {
  /** The timeliness while the addressee owes nothing; when absent, it follows from what is owed on the day. */
  settled?: Timeliness;
};

/**
 * The standing of a follow-up on a day, past or future, with everything that is known now. Undefined for a draft and
 * before its report was published.
 */
export function standing(followUpCase: FollowUpCase, asOf: Day, settings: Settings): Standing | undefined {
  const prepared = prepareCase(followUpCase, settings);
  return prepared && standingOf(prepared, asOf);
}

/** The same of a case that is prepared already. */
export function standingOf(prepared: PreparedCase, asOf: Day): Standing | undefined {
  if (asOf < prepared.opened) return undefined;
  const { followUp, asked } = prepared.case;
  const { answers, owed } = answersAt(prepared, stateOn(prepared, asOf));
  return {
    ...standingFrom(answers, owed, asOf, prepared.settings),
    responsible: responsibleIn(followUp.addressee, prepared.responsibility.addressee, asOf),
    issuingBody: responsibleIn(prepared.issuingBody, prepared.responsibility.issuingBody, asOf),
    asked: {
      ...asked,
      longOutstanding: outstandingOn(asked, answers, asOf, prepared.settings).longOutstanding,
    },
  };
}

function responsibleIn(printed: Id, intervals: readonly ResponsibilityInterval[], asOf: Day): Responsible {
  const { since, ...responsible } = responsibleOn(printed, intervals, asOf);
  return since === firstDay ? responsible : { ...responsible, since, daysSinceResponsible: daysBetween(since, asOf) };
}

/** Adds what depends on the day alone; the projections are read through this function too. */
export function standingFrom(
  answers: Answers,
  owed: readonly Obligation[],
  asOf: Day,
  settings: Settings,
): Omit<Standing, "responsible" | "issuingBody" | "asked"> {
  const items = owed.map((each) => obligationOnDay(each, asOf, settings));
  const { settled, staleFrom, ...rest } = answers;
  return {
    ...rest,
    asOf,
    ...timelinessFrom(settled, owed, asOf, settings),
    ...(staleFrom !== undefined && staleFrom <= asOf ? { stale: true, staleFrom } : { stale: false }),
    owed: items,
  };
}

/** The part of a thing owed that its timeliness needs. */
export type TimelinessInput = Pick<Obligation, "owedBy" | "undetermined"> & { due?: Day };

/** D4a: the worst of what the addressee owes, or its final timeliness; the issuing body's own beside it. */
export function timelinessFrom(
  settled: Timeliness | undefined,
  owed: readonly TimelinessInput[],
  asOf: Day,
  settings: Settings,
): Pick<Standing, "timeliness" | "verificationTimeliness"> {
  const verification = owed.find(({ owedBy }) => owedBy === "issuingBody");
  const addressees = owed.filter(({ owedBy }) => owedBy === "addressee");
  return {
    timeliness: settled ?? worst(addressees.map((each) => itemTimeliness(each, asOf, settings))),
    ...(verification && { verificationTimeliness: itemTimeliness(verification, asOf, settings) }),
  };
}

/** What a state of the follow-up means for its readers. */
export function answersAt(prepared: PreparedCase, state: State): { answers: Answers; owed: Obligation[] } {
  const unknown = publicationUnknown(prepared, state.day);
  const owed = unknown === undefined ? obligationsOn(prepared, state) : [];
  const addressees = owed.filter(({ owedBy }) => owedBy === "addressee");
  const settled = unknown ?? (addressees.length > 0 ? undefined : finalTimeliness(prepared, state));
  const staleFrom = staleDay(prepared, state, addressees);
  const closureReason = state.closure?.entry.closureReason;
  const { due: responseDue } = state.responseDeadline;
  const declined = declinings(prepared, state);
  const [withdrawn] = declined;
  return {
    owed,
    answers: {
      role: state.role,
      position: unknown !== undefined && state.position === "awaiting" ? "undetermined" : state.position,
      reported: state.reported,
      assessed: state.assessed,
      lifecycle: state.lifecycle,
      ...(closureReason === undefined ? {} : { closureReason }),
      ...(settled === undefined ? {} : { settled: settled.timeliness }),
      ...(responseDue === undefined ? {} : { responseDue }),
      divergent: state.divergent,
      unverified: state.lifecycle === "pendingVerification" && !state.verified,
      stalled: state.stalled,
      regressed: state.regressed,
      conflicting: state.assessedEntry?.conflict !== undefined,
      contradicted: state.contradicted,
      singleReader: state.closure?.entry.singleReader !== undefined,
      reopenedCount: state.reopenedCount,
      notCompetentUpheld: state.notCompetentUpheld,
      ...(staleFrom === undefined ? {} : { staleFrom }),
      ...(withdrawn && { acceptanceWithdrawnOn: withdrawn.answer.from }),
      ...(withdrawn?.daysOverdue === undefined ? {} : { daysOverdueWhenWithdrawn: withdrawn.daysOverdue }),
      reasons: [...answerReasons(prepared, state, declined), ...(settled?.reasons ?? [])],
    },
  };
}

/** D18: when only the year of a report is known, nobody can tell within that year whether it was published. */
function publicationUnknown({ published, case: { report } }: PreparedCase, day: Day): FinalTimeliness | undefined {
  if (published === undefined || day >= published) return undefined;
  return {
    timeliness: "undetermined",
    reasons: [
      {
        rule: "D18",
        code: "publicationDayUnknown",
        dates: { published },
        facts: precisionsOf({ published: report.publishedOnPrecision }),
      },
    ],
  };
}

/** D7: a follow-up without a deadline is stale after a period without an entry. */
function staleDay(prepared: PreparedCase, state: State, addressees: readonly Obligation[]): Day | undefined {
  // A claim waits for the issuing body, whose own clock runs.
  if (state.lifecycle !== "open" || addressees.length === 0) return undefined;
  if (addressees.some(({ due }) => due !== undefined)) return undefined;
  const last = state.lastEntryOn ?? dayOfAsking(prepared);
  if (last === undefined) return undefined;
  return addDays(endOfPeriod(last, settingsOn(prepared.settings, last).staleAfter, "calendar"), 1);
}

/**
 * D18: where a report has no date at all, its follow-up is asked since the day on which its source showed it, or else
 * since it was recorded.
 */
function dayOfAsking({ case: { report, followUp, recordedAt }, settings }: PreparedCase): Day | undefined {
  return report.publishedOn ?? followUp.source?.on ?? (recordedAt && dayOf(settings, recordedAt));
}

function voiceOf({ type }: Entry): "addressee" | "issuingBody" {
  return type === "progressUpdate" ? "addressee" : "issuingBody";
}

/** The entries that the first three answers are based on. */
function answerReasons(prepared: PreparedCase, state: State, declined: readonly Declined[]): Reason[] {
  const reasons: Reason[] = [];
  if (state.response !== undefined)
    reasons.push({
      rule: "R12",
      code: "position",
      entries: [state.response.entry.id],
      dates: givenDates("given", state.response),
      ...factsOf({
        ...(state.position === "undetermined" ? { position: state.position } : {}),
        ...givenPrecision("given", state.response),
      }),
    });
  for (const { answer, daysOverdue } of declined)
    reasons.push({
      ...(declines(state.position) && answer.root === state.declined?.answer.root
        ? ({ rule: "D25", code: "acceptanceWithdrawn" } as const)
        : ({ rule: "D26", code: "overdueBeforeAccepting" } as const)),
      entries: [answer.entry.id],
      dates: givenDates("withdrawn", answer),
      ...factsOf({ ...givenPrecision("withdrawn", answer), ...(daysOverdue !== undefined && { daysOverdue }) }),
    });
  if (state.reportedEntry !== undefined) {
    const { entry } = state.reportedEntry;
    const dates = { asOf: entry.asOf, ...givenDates("given", state.reportedEntry) };
    const facts = { ...precisionsOf({ asOf: entry.asOfPrecision }), ...givenPrecision("given", state.reportedEntry) };
    reasons.push({ rule: "R11", code: "reported", entries: [entry.id], dates, ...factsOf(facts) });
  }
  if (state.assessedEntry !== undefined) {
    const { entry } = state.assessedEntry;
    const given = givenDates("given", state.assessedEntry);
    const precision = givenPrecision("given", state.assessedEntry);
    const asOf = precisionsOf({ asOf: entry.asOfPrecision });
    reasons.push({
      rule: "R10",
      code: "assessed",
      entries: [entry.id],
      dates: { asOf: entry.asOf, ...given },
      facts: { method: entry.method, ...asOf, ...precision },
    });
    const { conflict } = state.assessedEntry;
    if (conflict !== undefined)
      reasons.push({
        rule: "R20",
        code: "findingsConflict",
        entries: conflict.map(({ id }) => id),
        dates: { asOf: entry.asOf, ...given },
        facts: { levels: conflict.map(({ level }) => level).join(", "), ...asOf, ...precision },
      });
    if (state.contradicted)
      reasons.push({
        ...{ rule: "R34", code: "contradicted", entries: [entry.id], dates: given },
        ...factsOf(precision),
      });
  }
  if (state.lifecycle !== "closed" && !hasTimeline(state))
    for (const said of [state.reportedEntry, state.assessedEntry])
      if (said?.entry.level === "underWay")
        reasons.push({
          rule: "R3",
          code: "withoutTimeline",
          entries: [said.entry.id],
          facts: { by: voiceOf(said.entry) },
        });
  if (state.lifecycle === "pendingVerification" && !state.verified && state.claim !== undefined)
    reasons.push({
      ...claimReason(prepared, state),
      entries: [state.claim.update.entry.id],
      dates: givenDates("given", state.claim.update),
      ...factsOf(givenPrecision("given", state.claim.update)),
    });
  if (state.lifecycle === "pendingVerification" && state.verified)
    reasons.push({
      rule: "D22",
      code: "awaitsClosure",
      entries: state.assessedEntry === undefined ? [] : [state.assessedEntry.entry.id],
    });
  if (state.closure !== undefined) reasons.push(closureReasonOf(prepared, state.closure));
  return reasons;
}

/** Who has to verify the claim that waits: the issuing body, or nobody. */
function claimReason({ case: { report } }: PreparedCase, { role }: State): Pick<Reason, "rule" | "code"> {
  if (role === "forInformation") return { rule: "R5", code: "claimedForInformation" };
  return { rule: "R2", code: report.verificationPeriod === "none" ? "claimedOnly" : "claimed" };
}

/** The issuing body closed it, or a link to a newer recommendation did, which the fact `link` names. */
function closureReasonOf({ closedByLinks }: PreparedCase, closure: NonNullable<State["closure"]>): Reason {
  const { id } = closure.entry;
  const dates = givenDates("closed", closure);
  if (closedByLinks.has(closure.entry)) return { rule: "R50", code: "replaced", dates, facts: { link: id } };
  return { rule: "R1", code: "closed", entries: [id], dates, ...factsOf(givenPrecision("closed", closure)) };
}

/** One thing owed, with what depends on the day asked about. */
export function obligationOnDay(owed: Obligation, asOf: Day, settings: Settings): ObligationOnDay {
  const late = owed.due !== undefined && owed.due < asOf && !owed.undetermined;
  return {
    ...owed,
    timeliness: itemTimeliness(owed, asOf, settings),
    daysOverdue: late ? daysBetween(owed.due ?? asOf, asOf) : 0,
    daysOverdueOriginal:
      owed.originalDue !== undefined && owed.originalDue < asOf && !owed.undetermined
        ? daysBetween(owed.originalDue, asOf)
        : 0,
  };
}

/** D2, D8: due today is not overdue, long overdue is more than a year, due soon is d <= due <= d + 30. */
function itemTimeliness({ due, undetermined }: TimelinessInput, asOf: Day, settings: Settings): Timeliness {
  if (due === undefined) return "noDeadline";
  if (due < asOf) {
    if (undetermined) return "undetermined";
    return daysBetween(due, asOf) > settingsOn(settings, asOf).longOverdueDays ? "longOverdue" : "overdue";
  }
  return due <= addDays(asOf, settingsOn(settings, asOf).dueSoonDays) ? "dueSoon" : "notDue";
}

/** What is overdue, of everything that is owed (D2). */
export function overdueObligations({ owed }: Pick<Standing, "owed">): ObligationOnDay[] {
  return owed.filter(({ timeliness }) => timeliness === "overdue" || timeliness === "longOverdue");
}
