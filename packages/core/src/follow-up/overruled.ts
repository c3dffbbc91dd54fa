import type { Id } from "../source.ts";
import type { Entry } from "./entry.ts";

/**
 * The entries that do not stand, because one that stands itself takes them back or takes their place: whatever overrules an
 * overruled one brings back what that one had overruled. An entry overrules one other at the most (`target`).
 */
export function overruled(entries: readonly Entry[], target: (entry: Entry) => Id | undefined): ReadonlySet<Id> {
  const targets = new Map(entries.map((entry) => [entry.id, target(entry)]));
  const waitsFor = new Map<Id, number>();
  for (const id of targets.values()) if (id !== undefined) waitsFor.set(id, (waitsFor.get(id) ?? 0) + 1);
  const fallen = new Set<Id>();
  // From the ends of the lines to their beginnings: nothing more overrules what stands in this list.
  const settled = [...targets.keys()].filter((id) => !waitsFor.has(id));
  for (const id of settled) {
    const other = targets.get(id);
    if (other === undefined) continue;
    if (!fallen.has(id)) fallen.add(other);
    const left = (waitsFor.get(other) ?? 1) - 1;
    waitsFor.set(other, left);
    if (left === 0) settled.push(other);
  }
  return fallen;
}
