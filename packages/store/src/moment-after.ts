import type { Instant } from "@heed/core";
import { inUtc } from "./tables/entry-rows.ts";

/** The moment so many milliseconds after another, or before it when they are negative. */
export function momentAfter(at: Instant, milliseconds: number): Instant {
  return inUtc(new Date(Date.parse(at) + milliseconds).toISOString());
}
