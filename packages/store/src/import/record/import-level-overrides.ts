import { overrideIssues } from "@heed/core/recommendation-standing/level-override";
import { levelOverrideTable } from "../../generated/tables.ts";
import { overriddenAmong } from "../../recommendations/overridden.ts";
import { inUtc } from "../../tables/entry-rows.ts";
import { levelOverrideRow } from "../../tables/level-override-row.ts";
import { insertInto } from "../../tables/table.ts";
import { keptBodies } from "./kept.ts";
import { idsOf, newOf } from "./new-of.ts";
import type { RecordIntake } from "./record-intake.ts";
import { requireKnown } from "./require-known.ts";

/** No follow-up stands otherwise by them: nothing is derived again. */
export async function importLevelOverrides(intake: RecordIntake): Promise<void> {
  const { sql, record } = intake;
  const list = "levelOverrides";
  const overrides = record.levelOverrides.map((each) => ({ ...each, recordedAt: inUtc(each.recordedAt) }));
  await requireKnown(intake, list, overrides, "recommendation", "recommendation", record.recommendations);
  await requireKnown(intake, list, overrides, "organization", "organization", record.organizations);
  const added = await newOf(intake, list, overrides, (ids) => keptBodies(sql, "level_override", ids));
  if (intake.isRefused || added.length === 0) return;
  const kept = await overriddenAmong(sql, [...new Set(added.map(({ recommendation }) => recommendation))]);
  for (const override of added) {
    const on = kept.get(override.recommendation);
    const inFile = overrides.filter(({ recommendation }) => recommendation === override.recommendation);
    const issues = on ? overrideIssues(override, { ...on, overrides: [...on.overrides, ...inFile] }) : [];
    for (const { name, value = "", detail } of issues)
      intake.refuse(`levelOverrides ${override.id}, ${name}`, value, detail);
  }
  if (intake.isRefused) return;
  await insertInto(sql, levelOverrideTable, added.map(levelOverrideRow));
  intake.things.levelOverride = idsOf(added);
}
