import type { ReportingCycle } from "../../cycle/reporting-cycle.ts";
import type { Selection } from "../../cycle/selection.ts";
import { type Day, later } from "../../time/day.ts";
import type { FollowUpCase } from "../case/case.ts";

/** The part of a case that a selection looks at. */
export type Selectable = Pick<FollowUpCase, "followUp" | "recommendation" | "report">;

/** Whether a follow-up matches everything that a selection names, and was public when the selection was made. */
export function fits(
  { on, reports, themes, addressees, followUps }: Selection,
  { followUp, recommendation, report }: Selectable,
): boolean {
  return (
    (report.publishedOn === undefined || report.publishedOn <= on) &&
    (reports?.includes(report.id) ?? true) &&
    (themes?.some((theme) => recommendation.themes.includes(theme)) ?? true) &&
    (addressees?.includes(followUp.addressee) ?? true) &&
    (followUps?.includes(followUp.id) ?? true)
  );
}

/**
 * The day from which a cycle obliges the issuing body to assess a follow-up, claimed or not; undefined when it does not
 * (R36).
 */
export function selectedFrom(
  { selections = [], opensOn }: Pick<ReportingCycle, "selections" | "opensOn">,
  followUp: Selectable,
): Day | undefined {
  const [first] = selections
    .filter((each) => fits(each, followUp))
    .map(({ on }) => on)
    .sort();
  return first === undefined ? undefined : later(first, opensOn);
}
