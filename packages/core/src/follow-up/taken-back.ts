import type { Id } from "../source.ts";
import type { Entry } from "./entry.ts";

/** The entries that a retraction takes back; one that is taken back itself takes nothing back any more. */
export function takenBack(entries: readonly Entry[]): ReadonlySet<Id> {
  const targets = new Map(entries.map((entry) => [entry.id, entry.type === "retraction" ? entry.retracts : undefined]));
  const waitsFor = new Map<Id, number>();
  for (const id of targets.values()) if (id !== undefined) waitsFor.set(id, (waitsFor.get(id) ?? 0) + 1);
  const fallen = new Set<Id>();
  // From the ends of the lines to their beginnings: nothing more takes back what stands in this list.
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
