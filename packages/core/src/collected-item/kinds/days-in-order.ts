import type { Issue } from "../../domain-error.ts";
import type { Day } from "../../time/day.ts";

/** That the second of two days does not come before the first, where both are known. */
export function daysInOrder<Name extends string>(
  content: Readonly<Partial<Record<Name, unknown>>>,
  first: Name,
  second: Name,
): Issue[] {
  const [before, after] = [content[first], content[second]] as (Day | undefined)[];
  if (before === undefined || after === undefined || before <= after) return [];
  return [{ name: second, value: after, detail: `it comes before ${first}, which is ${before}` }];
}
