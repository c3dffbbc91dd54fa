import type { Link } from "@heed/core";
import type { RecommendationLinkRow } from "../generated/tables.ts";

export function linkRow(link: Link): RecommendationLinkRow {
  const { id, type, from, to, item, section, on, recordedAt, withdrawnAt } = link;
  return {
    id,
    type,
    fromId: from,
    toId: to ?? null,
    itemId: item ?? null,
    sectionId: section ?? null,
    onDay: on,
    recordedAt,
    body: JSON.stringify(link),
    withdrawnAt: withdrawnAt ?? null,
  };
}
