import type { Day, Id, Reader, Settings } from "@heed/core";
import { draftingRemarks, textOf } from "@heed/core/drafting/drafting-remarks";
import type { DraftingRemark } from "@heed/core/read-models/drafting-remark";
import type { Database } from "../connection/sql.ts";
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
