import type { LevelOverride } from "@heed/core/recommendation-standing/level-override";
import type { LevelOverrideRow } from "../generated/tables.ts";

export function levelOverrideRow(override: LevelOverride): LevelOverrideRow {
  const { id, recommendation, on, recordedAt } = override;
  return { id, recommendationId: recommendation, onDay: on, recordedAt, body: JSON.stringify(override) };
}
