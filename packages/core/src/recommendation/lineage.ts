import type { Asked } from "../follow-up/case.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import { type Link, repeatingLinks } from "./link.ts";

/** When a recommendation was first asked, and how often, along its repeats (R15). */
export function askedOf(
  recommendation: Id,
  links: readonly Pick<Link, "type" | "from" | "to">[],
  publishedOn: (recommendation: Id) => Day | undefined,
): Asked {
  const line = new Set([recommendation]);
  for (const each of line)
    for (const { type, from, to } of links)
      if (from === each && to !== undefined && repeatingLinks.includes(type)) line.add(to);
  let first: Day | undefined;
  for (const each of line) {
    const day = publishedOn(each);
    if (day !== undefined && (first === undefined || day < first)) first = day;
  }
  return { times: line.size, ...(first && { first }) };
}
