import { dateText } from "@heed/core";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";

/** "Asked 4 times since 2013, first due 2014-06": each date as far as it is known (R15). */
export function askedTimesText(asked: RecommendationDetail["asked"]): string {
  const { first, firstPrecision, firstDue, firstDuePrecision, times } = asked;
  const since = first === undefined ? "" : ` since ${dateText(first, firstPrecision)}`;
  const due = firstDue === undefined ? "" : `, first due ${dateText(firstDue, firstDuePrecision)}`;
  return `Asked ${times === 1 ? "once" : `${times} times`}${since}${due}`;
}
