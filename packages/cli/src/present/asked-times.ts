import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import type { Say } from "../messages/say.ts";

/** "Asked 4 times since 2013, first due 2014-06": each date as far as it is known (R15). */
export function askedTimesText(asked: RecommendationDetail["asked"], say: Say): string {
  const { first, firstPrecision, firstDue, firstDuePrecision, times } = asked;
  const since = first === undefined ? "" : say.asked.since(say.date(first, firstPrecision));
  const due = firstDue === undefined ? "" : say.asked.firstDue(say.date(firstDue, firstDuePrecision));
  return `${say.asked.times(times)}${since}${due}`;
}
