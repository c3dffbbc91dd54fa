import type { Day, Id } from "@heed/core";
import type { ResponsibilityInterval } from "@heed/core/organization/succession";
import { earlier } from "@heed/core/time/day";

/** A part of a period, from <= d < until, and the organization that is responsible in it. */
export type ResponsiblePeriod = { responsible: Id; from: Day; until: Day };

/**
 * The parts of a period, each with the one organization that is responsible in it: the printed one until the first
 * interval, and while nobody has decided the one before (R14, R41).
 */
export function responsiblePeriods(
  printed: Id,
  intervals: readonly ResponsibilityInterval[],
  from: Day,
  until: Day,
): ResponsiblePeriod[] {
  const parts: ResponsiblePeriod[] = [];
  let day = from;
  const add = (responsible: Id, end: Day) => {
    if (end <= day) return;
    const last = parts.at(-1);
    if (last?.responsible === responsible) last.until = end;
    else parts.push({ responsible, from: day, until: end });
    day = end;
  };
  for (const interval of intervals) {
    add(printed, earlier(interval.from, until));
    add(interval.organization, earlier(interval.until, until));
  }
  add(printed, until);
  return parts;
}
