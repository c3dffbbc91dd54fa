import type { Issue, RecordFile } from "@heed/core";
import type { Selection } from "@heed/core/cycle/selection";
import { reportingCycleTable } from "../../generated/tables.ts";
import { unknownSelected } from "../../recommendations/unknown-selected.ts";
import { cycleRow } from "../../tables/cycle-rows.ts";
import { insertInto } from "../../tables/table.ts";
import { comparedOf, keptRows } from "./kept.ts";
import { idsOf, newOf } from "./new-of.ts";
import type { RecordIntake } from "./record-intake.ts";
import { requireKnown } from "./require-known.ts";

export type RecordedCycle = RecordFile["reportingCycles"][number];

/** Imports reporting cycles. Answers the new ones. */
export async function importCycles(intake: RecordIntake): Promise<readonly RecordedCycle[]> {
  const { sql, record, moments } = intake;
  const cycles = record.reportingCycles;
  await requireKnown(intake, "reportingCycles", cycles, "issuingBody", "organization", record.organizations);
  await requireKnownSelections(intake);
  const added = await newOf(
    intake,
    "reportingCycles",
    cycles,
    (ids) => keptRows(sql, reportingCycleTable, ids),
    (each) => comparedOf(cycleRow(each, "")),
  );
  if (intake.isRefused) return added;
  await insertInto(
    sql,
    reportingCycleTable,
    added.map((each) => cycleRow(each, moments.ofCycle(each))),
  );
  intake.things.reportingCycle = idsOf(added);
  return added;
}

async function requireKnownSelections(intake: RecordIntake): Promise<void> {
  for (const { id, selections = [] } of intake.record.reportingCycles)
    for (const { name, value = "", detail } of await unknownIn(intake, selections)) {
      const place = `reportingCycles ${id}, selections ${name}`;
      // A correction may have taken a theme from all that had it.
      if (name === "themes")
        intake.warn("a cycle selects by a theme that no recommendation has", { name: place, value, detail });
      else intake.refuse(place, value, detail);
    }
}

async function unknownIn({ sql, record }: RecordIntake, selections: readonly Selection[]): Promise<readonly Issue[]> {
  if (selections.length === 0) return [];
  const { organizations, followUps, recommendations } = record;
  const reports = record.reports.filter(({ status }) => status === "published");
  return unknownSelected(sql, selections, {
    ids: new Set(idsOf([...reports, ...organizations, ...followUps])),
    themes: new Set(recommendations.flatMap(({ themes }) => themes)),
  });
}
