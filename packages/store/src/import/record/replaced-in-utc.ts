import type { FormerVersion } from "@heed/core/recommendation/former-version";
import type { FormerReport } from "@heed/core/report/former-report";
import { inUtc } from "../../tables/entry-rows.ts";

/** What a thing was before its corrections, as it is kept: with its moments in UTC. */
export function replacedInUtc<Version extends FormerVersion | FormerReport>(versions: readonly Version[]): Version[] {
  return versions.map((each) => ({ ...each, replacedAt: inUtc(each.replacedAt) }));
}
