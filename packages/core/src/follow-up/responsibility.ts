import { type ResponsibilityInterval, type SuccessorDecision, successionOf } from "../organization/succession.ts";
import type { Settings } from "../settings.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { FollowUpCase } from "./case.ts";
import type { SuccessorDecisionEntry } from "./entry.ts";
import { type LiveEntry, liveEntries } from "./live-entries.ts";

/** Whose succession: of the addressee, or of the body that issued and verifies (decision 30). */
export type Responsibility = {
  addressee: readonly ResponsibilityInterval[];
  issuingBody: readonly ResponsibilityInterval[];
};

/** Among whom an editor decides after a change, and from which day; undefined where the change leaves nothing to decide. */
export function openDecision(
  followUpCase: FollowUpCase,
  side: SuccessorDecisionEntry["of"],
  change: Id,
  settings: Settings,
): { candidates: readonly Id[]; from: Day } | undefined {
  const undecided = liveEntries(followUpCase.entries, settings).filter(
    ({ entry }) => entry.type !== "successorDecision" || entry.of !== side || entry.change !== change,
  );
  const intervals = responsibilityOf(followUpCase, settings, undecided)[side];
  return intervals.find((each) => each.change === change && each.state === "undecided");
}

/** Who answers for a follow-up, and who verifies it, over all time. The printed addressee never changes (R14). */
export function responsibilityOf(
  followUpCase: FollowUpCase,
  settings: Settings,
  live: readonly LiveEntry[] = liveEntries(followUpCase.entries, settings),
): Responsibility {
  const { followUp, recommendation, report, changes } = followUpCase;
  if (changes.length === 0) return { addressee: [], issuingBody: [] };
  const decisions = (of: SuccessorDecisionEntry["of"]): SuccessorDecision[] =>
    live.flatMap(({ entry }) => (entry.type === "successorDecision" && entry.of === of ? [entry] : []));
  return {
    addressee: successionOf(followUp.addressee, recommendation.themes, changes, decisions("addressee")),
    issuingBody: successionOf(
      recommendation.issuingBody ?? report.issuingBody,
      recommendation.themes,
      changes,
      decisions("issuingBody"),
    ),
  };
}
