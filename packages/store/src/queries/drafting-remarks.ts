import { type Day, existsOn, type Id, type LocalizedText, type Reader, type Settings } from "@heed/core";
import { draftingRemarks, remarksOn, textOf } from "@heed/core/drafting/drafting-remarks";
import type { DraftingRemark } from "@heed/core/read-models/drafting-remark";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import type { ProposalAsked } from "@heed/core/read-models/proposal-asked";
import type { Database } from "../connection/sql.ts";
import { organizationRefs } from "./organization-refs.ts";
import { organizationsNamedInText } from "./organizations-named-in-text.ts";
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
  const [organizations, similar, named] = await Promise.all([
    readOrganizationsById(
      database,
      detail.followUps.map(({ addressee }) => addressee.id),
    ),
    text === undefined ? [] : readSimilarRecommendations(database, reader, text, { except: id, limit: mostLookedAt }),
    text === undefined || detail.followUps.length + detail.parts.length > 0 ? [] : readNamed(database, text, on),
  ]);
  return draftingRemarks(detail, on, { organizations, similar, named });
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
    const named = proposal.isAddressed ? [] : await readNamed(database, proposal.text, on);
    remarks.push(remarksOn(drafted, on, { organizations, similar, named }));
  }
  return remarks;
}

/** Who could be the addressee, by the words of a text: those that exist on the day. */
async function readNamed(database: Database, text: LocalizedText, on: Day): Promise<readonly OrganizationRef[]> {
  const ids = await organizationsNamedInText(database, text);
  const [known, refs] = await Promise.all([readOrganizationsById(database, ids), organizationRefs(database, ids)]);
  return ids.flatMap((id) => {
    const organization = known.get(id);
    return organization !== undefined && existsOn(organization, on) ? [refs.get(id)] : [];
  });
}
