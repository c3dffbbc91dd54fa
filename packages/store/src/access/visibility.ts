import type { Reader } from "@heed/core";
import { bodiesHeld, maySeeAll, maySeeDrafts } from "@heed/core/access/reader";
import { bodiesOfActor } from "../organizations/bodies-of-actor.ts";
import type { Where } from "../statements/where.ts";

/**
 * What a reader may see, as a condition on the report `alias`: drafts leave no trace for others (R58), and an editor of
 * some issuing bodies sees the drafts of those bodies. Every read of recommendations and reports uses it; the
 * projections have no row of a draft.
 */
export function visibleTo(reader: Reader, where: Where, alias: string): Where {
  if (!maySeeDrafts(reader)) return where.and(`${alias}.status = 'published'`);
  if (maySeeAll(reader)) return where;
  const { text, values } = bodiesOfActor(where, { organizations: bodiesHeld(reader), today: reader.today });
  return where.and(`${alias}.status = 'published' OR ${alias}.issuing_body_id IN (${text})`, ...values);
}
