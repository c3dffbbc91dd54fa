import {
  type ResponsibilityInterval,
  type Succession,
  type SuccessorQuestion,
  successionAndQuestions,
} from "../../organization/succession.ts";
import type { Settings } from "../../settings/settings.ts";
import type { Id } from "../../source.ts";
import type { Day } from "../../time/day.ts";
import type { FollowUpCase } from "../case/case.ts";
import { type LiveEntry, liveEntries } from "../entries/live-entries.ts";
import type { SuccessorDecisionEntry } from "../entries/successor-decision.ts";

/** Who is responsible over time: for the addressee, and for the body that issued and verifies (R43). */
export type Responsibility = {
  addressee: readonly ResponsibilityInterval[];
  issuingBody: readonly ResponsibilityInterval[];
};

/** What an editor may decide after a change; undefined when the change leaves nothing to decide. */
export function openDecision(
  followUpCase: FollowUpCase,
  side: SuccessorDecisionEntry["of"],
  change: Id,
  settings: Settings,
): SuccessorQuestion | undefined {
  const undecided = liveEntries(followUpCase.entries, settings).filter(
    ({ entry }) => entry.type !== "successorDecision" || entry.of !== side || entry.change !== change,
  );
  return successions(followUpCase, undecided)[side].questions.find((each) => each.change === change);
}

/**
 * Who is responsible for a follow-up, and who verifies it, over all time. The printed addressee never changes (R14).
 */
export function responsibilityOf(
  followUpCase: FollowUpCase,
  settings: Settings,
  live: readonly LiveEntry[] = liveEntries(followUpCase.entries, settings),
): Responsibility {
  const { addressee, issuingBody } = successions(followUpCase, live);
  return { addressee: addressee.intervals, issuingBody: issuingBody.intervals };
}

function successions(
  { followUp, recommendation, report, changes }: FollowUpCase,
  live: readonly LiveEntry[],
): Record<SuccessorDecisionEntry["of"], Succession> {
  const of = (side: SuccessorDecisionEntry["of"], printed: Id): Succession => {
    if (changes.length === 0) return { intervals: [], questions: [] };
    const decisions = live.flatMap(({ entry }) =>
      entry.type === "successorDecision" && entry.of === side ? [entry] : [],
    );
    return successionAndQuestions(printed, recommendation.themes, changes, decisions, addressedOn(report));
  };
  return {
    addressee: of("addressee", followUp.addressee),
    issuingBody: of("issuingBody", recommendation.issuingBody ?? report.issuingBody),
  };
}

/**
 * The day on which it was addressed: for a report without a day, the beginning of the year that it evaluates at the
 * earliest.
 */
export function addressedOn({
  publishedOn,
  reportingYear,
}: Pick<FollowUpCase["report"], "publishedOn" | "reportingYear">): Day {
  return publishedOn ?? `${reportingYear}-01-01`;
}
