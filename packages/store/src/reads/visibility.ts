import { maySeeDrafts, type Reader } from "@heed/core";
import type { Where } from "./where.ts";

/**
 * What a reader may see, as a condition on the report `alias`: drafts leave no trace for others (decision 3). Every read of
 * recommendations and reports passes here; the projections hold no row of a draft.
 */
export function visibleTo(reader: Reader, where: Where, alias: string): Where {
  return maySeeDrafts(reader) ? where : where.and(`${alias}.status = 'published'`);
}
