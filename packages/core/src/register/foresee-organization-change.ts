import type { FollowUpCase } from "../follow-up/case/case.ts";
import { responsibilityOf } from "../follow-up/replay/responsibility.ts";
import type { ObligationOnDay } from "../follow-up/standing/obligation-on-day.ts";
import { standing } from "../follow-up/standing/standing.ts";
import type { Holder } from "../organization/holder.ts";
import type { OrganizationChange } from "../organization/organization-change.ts";
import { responsibleOn } from "../organization/succession.ts";
import type { Settings } from "../settings/settings.ts";
import type { Id } from "../source.ts";
import { type Day, later } from "../time/day.ts";

/** A follow-up that a change of organizations gives to somebody else, or leaves for a decision. */
export type GoingOver = {
  /** Whose place is taken: the addressee's, or the issuing body's that verifies. */
  side: "addressee" | "issuingBody";
  /** On the day of the change, or today where it lies in the past. */
  before: Holder;
  after: Holder;
  /** What that side owes today. */
  owed: readonly ObligationOnDay[];
};

/** What a change of organizations would move of the whole record, follow-up by follow-up; on no day where it has none. */
export type ForeseenChange = { on?: Day; followUps: readonly (GoingOver & { followUp: Id })[] };

/**
 * What a change would move of a follow-up if it were recorded now: nothing is written. `changes`: all that are recorded. A change
 * without a day moves nothing yet, nor does one of a draft.
 */
export function goesOver(
  followUpCase: FollowUpCase,
  { change, changes }: { change: OrganizationChange; changes: readonly OrganizationChange[] },
  today: Day,
  settings: Settings,
): readonly GoingOver[] {
  if (change.on === undefined || followUpCase.report.status === "draft") return [];
  const on = later(today, change.on);
  const { followUp, recommendation, report } = followUpCase;
  const before = responsibilityOf({ ...followUpCase, changes }, settings);
  const after = responsibilityOf({ ...followUpCase, changes: [...changes, change] }, settings);
  const printed = { addressee: followUp.addressee, issuingBody: recommendation.issuingBody ?? report.issuingBody };
  return (["addressee", "issuingBody"] as const).flatMap((side) => {
    const was = holderIn(responsibleOn(printed[side], before[side], on));
    const becomes = holderIn(responsibleOn(printed[side], after[side], on));
    if (isSame(was, becomes)) return [];
    const owed = standing(followUpCase, today, settings)?.owed.filter(({ owedBy }) => owedBy === side) ?? [];
    return [{ side, before: was, after: becomes, owed }];
  });
}

function holderIn({ state, organization, candidates }: Holder): Holder {
  return { state, organization, candidates };
}

function isSame(one: Holder, other: Holder): boolean {
  return (
    one.state === other.state &&
    (one.state !== "answers" || one.organization === other.organization) &&
    one.candidates.join() === other.candidates.join()
  );
}
