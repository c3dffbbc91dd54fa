import { mergePatch } from "./merge-patch.ts";

/**
 * A thing after a merge patch. The precision and the words of a date belong to its day: a change of the day alone drops
 * them, so that no old words stand beside a new date (D9).
 */
export function changedThing(thing: object, changes: object): object {
  const kept = new Map<string, unknown>(Object.entries(thing));
  for (const [name, change] of Object.entries(changes)) {
    const before = kept.get(name);
    if (isDate(change) && isDate(before) && isOther(before, change)) kept.delete(name);
    if (!isObject(change) && before !== change) kept.delete(`${name}Precision`);
  }
  return mergePatch(Object.fromEntries(kept), changes) as object;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

type DateInThing = { on: string; precision?: unknown };

function isOther(before: DateInThing, change: DateInThing): boolean {
  return before.on !== change.on || (change.precision !== undefined && change.precision !== before.precision);
}

function isDate(value: unknown): value is DateInThing {
  return isObject(value) && typeof value.on === "string";
}
