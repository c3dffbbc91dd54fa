import { dayIn, type Instant, type Settings } from "@heed/core";

/** Decision 33: `knownAt` is an instant; a bare day means its end in the installation's time zone. */
export function momentOf(given: string | undefined, settings: Settings): Instant | undefined {
  if (given === undefined || given.includes("T")) return given;
  // The last millisecond whose calendar day it still is: a zone is at most 14 hours off, and changes by whole quarters.
  let moment = Date.parse(`${given}T23:59:59.999Z`) + 14 * 3_600_000;
  while (dayIn(settings.timeZone, new Date(moment).toISOString()) > given) moment -= 900_000;
  return new Date(moment).toISOString();
}
