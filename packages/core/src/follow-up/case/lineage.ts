import { type Link, repeatingLinks } from "../../recommendation/link.ts";
import type { Id } from "../../source.ts";
import type { DueDate } from "../../time/due-date.ts";
import { precisionsOf } from "../../time/shown-date.ts";
import type { AskingHistory } from "./case.ts";

type KnownDay = Pick<DueDate, "on" | "precision">;

/**
 * When a recommendation was first asked and first due, and how often it was asked, along the links to earlier ones that
 * it repeats (R15, R50).
 */
export function askedOf(
  recommendation: Id,
  links: readonly Pick<Link, "type" | "from" | "to">[],
  daysOf: (recommendation: Id) => { published?: KnownDay | undefined; implementationDue?: KnownDay | undefined },
): AskingHistory {
  const line = new Set([recommendation]);
  for (const each of line)
    for (const { type, from, to } of links)
      if (from === each && to !== undefined && repeatingLinks.includes(type)) line.add(to);
  const days = [...line].map(daysOf);
  const first = earliest(days.map(({ published }) => published));
  const firstDue = earliest(days.map(({ implementationDue }) => implementationDue));
  return {
    times: line.size,
    ...(first && { first: first.on }),
    ...(firstDue && { firstDue: firstDue.on }),
    ...precisionsOf({ first: first?.precision, firstDue: firstDue?.precision }),
  };
}

function earliest(days: readonly (KnownDay | undefined)[]): KnownDay | undefined {
  return days.reduce(
    (best, day) => (best === undefined || (day !== undefined && day.on < best.on) ? day : best),
    undefined,
  );
}
