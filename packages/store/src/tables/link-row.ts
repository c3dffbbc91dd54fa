import type { Link } from "@heed/core";
import type { RecommendationLinkRow } from "../generated/tables.ts";

export function linkRow(link: Link): RecommendationLinkRow {
  const { id, type, from, to, on, recordedAt, withdrawnAt } = link;
  return {
    id,
    type,
    fromId: from,
    toId: to ?? null,
    onDay: on,
    recordedAt,
    body: JSON.stringify(link),
    withdrawnAt: withdrawnAt ?? null,
  };
}
