import { groupedBy } from "./grouped-by.ts";
import type { Id } from "./source.ts";

/** One thing refers to another. */
export type Edge = { from: Id; to: Id };

/**
 * The circles among things that refer to each other, each as the set of its members. A thing that refers to itself is a
 * circle too. By Tarjan's algorithm, without recursion, so that a chain of any length works.
 */
export function findCircles(edges: Iterable<Edge>): ReadonlySet<Id>[] {
  const named = groupedBy(
    edges,
    ({ from }) => from,
    ({ to }) => to,
  );
  const circles: ReadonlySet<Id>[] = [];
  const found = new Map<Id, { place: number; lowest: number; open: boolean }>();
  const open: Id[] = [];
  const begin = (id: Id) => {
    const at = { place: found.size, lowest: found.size, open: true };
    found.set(id, at);
    open.push(id);
    return { id, at, next: 0 };
  };
  for (const start of named.keys()) {
    if (found.has(start)) continue;
    const path = [begin(start)];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { id, at } = step;
      const other = named.get(id)?.[step.next];
      step.next += 1;
      if (other !== undefined) {
        const seen = found.get(other);
        if (seen === undefined) path.push(begin(other));
        else if (seen.open && seen.place < at.lowest) at.lowest = seen.place;
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined && at.lowest < before.at.lowest) before.at.lowest = at.lowest;
      if (at.lowest < at.place) continue;
      const members = open.splice(open.lastIndexOf(id));
      for (const each of members) Object.assign(found.get(each) ?? {}, { open: false });
      if (members.length > 1 || named.get(id)?.includes(id)) circles.push(new Set(members));
    }
  }
  return circles;
}
