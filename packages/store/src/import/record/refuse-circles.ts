import type { Id } from "@heed/core";
import { findCircles } from "@heed/core/find-circles";
import { leadsBack, type PlacedEdge } from "./edges.ts";
import type { RecordIntake } from "./record-intake.ts";

/** Refuses each reference of the file that is in a circle; `known` things outside the file may complete one. */
export function refuseCircles(
  intake: RecordIntake,
  edges: readonly PlacedEdge[],
  known: readonly { id: Id }[] = [],
): void {
  const others = new Set(known.map(({ id }) => id));
  for (const circle of findCircles(edges))
    for (const { by, place, from, to, written } of edges)
      if (!others.has(by) && circle.has(from) && circle.has(to)) intake.refuse(place, written, leadsBack(circle));
}
