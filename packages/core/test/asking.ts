import {
  type Day,
  defaultSettings,
  type FollowUpCase,
  type OverdueKind,
  overdueObligations,
  standing,
} from "../src/index.ts";

/** The standing of a follow-up on a day; it must have been published by then. */
export function on(day: Day, followUp: FollowUpCase) {
  const answer = standing(followUp, day, defaultSettings);
  if (answer === undefined) throw new Error("no standing yet");
  return answer;
}

/** The first thing owed of a kind. */
export const item = (day: Day, followUp: FollowUpCase, kind: OverdueKind) =>
  on(day, followUp).owed.find((each) => each.kind === kind);

/** The kinds of everything overdue. */
export const late = (day: Day, followUp: FollowUpCase) => overdueObligations(on(day, followUp)).map(({ kind }) => kind);

/** The day by which the recommendation asks to be implemented. */
export const implementationBy = (due: Day) => ({
  recommendation: { implementationDue: { on: due, precision: "day" as const } },
});
