import { canonical } from "../../canonical.ts";

type Thing = Readonly<Record<string, unknown>>;

/** The JSON Merge Patch (RFC 7396) that makes one thing of another. */
export function changesBetween(before: Thing, after: Thing): Record<string, unknown> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    names.flatMap((name): [string, unknown][] => {
      const [was, is] = [before[name], after[name]];
      if (is === undefined) return was === undefined ? [] : [[name, null]];
      if (canonical({ is }) === canonical({ is: was })) return [];
      return [[name, isThing(was) && isThing(is) ? changesBetween(was, is) : is]];
    }),
  );
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
