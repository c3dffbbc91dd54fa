import { ChangeKind } from "@heed/core/follow-up/changes/change";
import { type ChangeFilter, changePeriod } from "@heed/core/read-models/change-filter";
import type { Asked } from "./asked.ts";
import { filterAsked } from "./filters.ts";
import { codesAsked, periodAsked } from "./parameters.ts";

/** What an address asks of what changed, and the kind that it asks for alone. Errors: FaultyAddress. */
export async function changesAsked(asked: Asked): Promise<{ filter: ChangeFilter; kind: ChangeKind | undefined }> {
  const { asOf, parameters } = asked;
  const { issuingBody, responsible, report, theme } = parameters;
  const [kind] = codesAsked(asked, "kind", ChangeKind.options) ?? [];
  const period = periodAsked(asked, changePeriod({ from: "from", to: "asOf" }, {}, asOf).from);
  return { filter: { ...period, ...(await filterAsked(asked, { issuingBody, responsible, report, theme })) }, kind };
}
