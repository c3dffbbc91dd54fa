import { canonical } from "./canonical.ts";

/**
 * A thing after a JSON Merge Patch (RFC 7396): objects are merged at every depth, null removes a property, and anything
 * else, such as a list, is replaced as a whole.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key);
    else result.set(key, mergePatch(result.get(key), value));
  }
  return Object.fromEntries(result);
}

/** The patch that makes one thing of another. */
export function mergePatchBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    names.flatMap((name): [string, unknown][] => {
      const [was, is] = [before[name], after[name]];
      if (is === undefined) return was === undefined ? [] : [[name, null]];
      if (canonical({ is }) === canonical({ is: was })) return [];
      return [[name, isObject(was) && isObject(is) ? mergePatchBetween(was, is) : is]];
    }),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
