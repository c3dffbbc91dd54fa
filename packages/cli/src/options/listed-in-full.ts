import type { Paging } from "@heed/core/read-models/paging";
import { withoutAbsent } from "@heed/core/without-absent";
import type { Format } from "./options.ts";

type Options = { limit?: number; knownAt?: string | undefined; groupBy?: string | undefined; format: Format };

/**
 * Whether items can be written one by one as they are read. A table must know the width of all items, groups their number,
 * and what was known at a moment is derived once for the whole list.
 */
export function isListedInFull({ limit, knownAt, groupBy, format }: Options): boolean {
  return limit === undefined && knownAt === undefined && groupBy === undefined && format !== "table";
}

/** The part of a list that is read at once: nothing of one whose items are written as they are read. */
export function partOf(options: Options): Paging {
  return isListedInFull(options) ? { limit: 0 } : withoutAbsent({ limit: options.limit });
}
