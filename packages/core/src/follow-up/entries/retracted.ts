import type { Id } from "../../source.ts";
import type { Entry } from "./entry.ts";

/** The entries that a retraction removes; a retraction that was itself retracted removes nothing. */
export function retractedIds(entries: readonly Entry[]): ReadonlySet<Id> {
  const targets = new Map(entries.map((entry) => [entry.id, entry.type === "retraction" ? entry.retracts : undefined]));
  const waitsFor = new Map<Id, number>();
  for (const id of targets.values()) if (id !== undefined) waitsFor.set(id, (waitsFor.get(id) ?? 0) + 1);
  const retracted = new Set<Id>();
  // From the ends of the lines to their beginnings: no open retraction can change the entries in this list any more.
  const settled = [...targets.keys()].filter((id) => !waitsFor.has(id));
  for (const id of settled) {
    const other = targets.get(id);
    if (other === undefined) continue;
    if (!retracted.has(id)) retracted.add(other);
    const left = (waitsFor.get(other) ?? 1) - 1;
    waitsFor.set(other, left);
    if (left === 0) settled.push(other);
  }
  return retracted;
}
