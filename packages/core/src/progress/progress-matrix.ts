import type { AssessedLevel } from "../follow-up/levels.ts";
import type { StandingRow } from "../follow-up/projection.ts";
import { type Day, endOfTime } from "../time/day.ts";

/** A day on which a follow-up comes to stand at an assessed level (+1) or leaves it (-1). */
export type AssessedChange = { day: Day; assessed: AssessedLevel; by: 1 | -1 };

/**
 * The days on which a stretch of a follow-up's standing enters a count by assessed level and leaves it, so that sums up to a
 * day count who stands where. Those addressed for information owe nothing and are not counted (R5).
 */
export function assessedChanges({
  role,
  assessed,
  from,
  until,
}: Pick<StandingRow, "role" | "assessed" | "from" | "until">): AssessedChange[] {
  if (role === "forInformation") return [];
  const enters: AssessedChange = { day: from, assessed, by: 1 };
  return until === endOfTime ? [enters] : [enters, { day: until, assessed, by: -1 }];
}
