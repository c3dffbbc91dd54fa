import type { Asked } from "../follow-up/case.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import { type Link, repeatingLinks } from "./link.ts";

/** When a recommendation was first asked and first due, and how often it was asked, along its repeats (R15, decision 31). */
export function askedOf(
  recommendation: Id,
  links: readonly Pick<Link, "type" | "from" | "to">[],
  daysOf: (recommendation: Id) => { publishedOn?: Day | undefined; implementationDue?: Day | undefined },
): Asked {
  const line = new Set([recommendation]);
  for (const each of line)
    for (const { type, from, to } of links)
      if (from === each && to !== undefined && repeatingLinks.includes(type)) line.add(to);
  const days = [...line].map(daysOf);
  const first = earliest(days.map(({ publishedOn }) => publishedOn));
  const firstDue = earliest(days.map(({ implementationDue }) => implementationDue));
  return { times: line.size, ...(first && { first }), ...(firstDue && { firstDue }) };
}

function earliest(days: readonly (Day | undefined)[]): Day | undefined {
  return days.filter((day) => day !== undefined).sort()[0];
}
