import type { Id } from "@heed/core";
import type { FormerVersion } from "@heed/core/recommendation/former-version";
import type { SqlValue } from "../connection/sql.ts";
import type { Columns } from "../statements/insert-rows.ts";

/** The table recommendation_version: migrations created it by hand, and Prisma does not know it. */
export const formerVersionTable = {
  recommendation_id: "text",
  version: "integer",
  reference: "text",
  issuing_body_id: "text",
  own_issuing_body_id: "text",
  body: "text",
  content_digest: "text",
  replaced_at: "text",
  replaced_by: "text",
} as const satisfies Columns;

export function formerVersionValues(
  { recommendation, replacedAt, replacedBy }: FormerVersion,
  reportIssuingBody: Id,
  contentDigest: string,
): SqlValue[] {
  const { id, report: _, partOf: __, reference, issuingBody, version, ...body } = recommendation;
  const bodies = [issuingBody ?? reportIssuingBody, issuingBody ?? null];
  return [id, version, reference, ...bodies, JSON.stringify(body), contentDigest, replacedAt, replacedBy];
}

/** The columns that recommendationOf() reads, of a former version `v` of the recommendation `r`. */
export const formerVersionColumns = `r.id, r.report_id AS "reportId", r.part_of_id AS "partOfId", v.reference,
  v.own_issuing_body_id AS "ownIssuingBodyId", v.version, v.body`;
