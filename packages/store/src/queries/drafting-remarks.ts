import type { Day, Id, Reader, Settings } from "@heed/core";
import { draftingRemarks, remarksOn, textOf } from "@heed/core/drafting/drafting-remarks";
import type { DraftingRemark } from "@heed/core/read-models/drafting-remark";
import type { ProposalAsked } from "@heed/core/read-models/proposal-asked";
import type { Database } from "../connection/sql.ts";
import { organizationRefs } from "./organization-refs.ts";
import { readRecommendation } from "./recommendations.ts";
import { readOrganizationsById } from "./register.ts";
import { readSimilarRecommendations } from "./similar-recommendations.ts";

/** Those that are looked at: some are left out, because the record links them already. */
const mostLookedAt = 25;

/** What to look at in a recommendation before it is published on a day; undefined when the reader does not see it. */
export async function readDraftingRemarks(
  database: Database,
  reader: Reader,
  id: Id,
  on: Day,
  settings: Settings,
): Promise<readonly DraftingRemark[] | undefined> {
  const detail = await readRecommendation(database, reader, id, on, settings);
  if (detail === undefined) return undefined;
  const text = textOf(detail);
  const [organizations, similar] = await Promise.all([
    readOrganizationsById(
      database,
      detail.followUps.map(({ addressee }) => addressee.id),
    ),
    text === undefined ? [] : readSimilarRecommendations(database, reader, text, { except: id, limit: mostLookedAt }),
  ]);
  return draftingRemarks(detail, on, { organizations, similar });
}

/** The same on each of several that are only proposed. One after another: together they would take all connections. */
export async function readProposalRemarks(
  database: Database,
  reader: Reader,
  proposals: readonly ProposalAsked[],
  on: Day,
): Promise<readonly (readonly DraftingRemark[])[]> {
  const addressees = proposals.flatMap((each) => each.addressees);
  const [organizations, refs] = await Promise.all([
    readOrganizationsById(database, addressees),
    organizationRefs(database, addressees),
  ]);
  const remarks: (readonly DraftingRemark[])[] = [];
  for (const proposal of proposals) {
    const similar = await readSimilarRecommendations(database, reader, proposal.text, { limit: mostLookedAt });
    const drafted = { ...proposal, addressees: proposal.addressees.map((id) => refs.get(id)), hasParts: false };
    remarks.push(remarksOn(drafted, on, { organizations, similar }));
  }
  return remarks;
}
