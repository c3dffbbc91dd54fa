import { canonical } from "@heed/core/canonical";
import { groupedBy } from "@heed/core/grouped-by";
import type { SnapshotRow } from "@heed/core/register/snapshot";
import { cycleSnapshotTable } from "../../generated/tables.ts";
import { insertInto } from "../../tables/table.ts";
import type { RecordedCycle } from "./import-cycles.ts";
import { idsOf } from "./new-of.ts";
import type { RecordIntake } from "./record-intake.ts";
import { refuseRepeated } from "./refuse-repeated.ts";
import { requireKnown } from "./require-known.ts";

/** Imports the snapshots of cycles that are new. A snapshot is frozen: that of a known cycle is the one that is known. */
export async function importSnapshots(intake: RecordIntake, newCycles: readonly RecordedCycle[]): Promise<void> {
  const { cycleSnapshots, reportingCycles, followUps } = intake.record;
  const places = cycleSnapshots.map(({ cycle, followUp }) => ({ id: `${cycle} ${followUp}`, cycle, followUp }));
  await requireKnown(intake, "cycleSnapshots", places, "cycle", "reporting_cycle", reportingCycles);
  await requireKnown(intake, "cycleSnapshots", places, "followUp", "follow_up", followUps);
  refuseRepeated(intake, "cycleSnapshots", idsOf(places));
  const added = new Set(idsOf(newCycles));
  for (const { id, closedOn } of newCycles)
    if (closedOn === undefined && cycleSnapshots.some(({ cycle }) => cycle === id))
      intake.refuse(`cycleSnapshots ${id}`, id, "only a closed cycle has a snapshot");
  await requireKnownSnapshots(intake, added);
  if (intake.isRefused) return;
  await insertInto(
    intake.sql,
    cycleSnapshotTable,
    cycleSnapshots
      .filter(({ cycle }) => added.has(cycle))
      .map(({ cycle, ...row }) => ({ cycleId: cycle, followUpId: row.followUp, body: JSON.stringify(row) })),
  );
}

async function requireKnownSnapshots(intake: RecordIntake, added: ReadonlySet<string>): Promise<void> {
  for (const [cycle, rows] of groupedBy(intake.record.cycleSnapshots, ({ cycle }) => cycle)) {
    if (added.has(cycle)) continue;
    const kept = await intake.sql.all<{ body: string }>("SELECT body FROM cycle_snapshot WHERE cycle_id = ?", [cycle]);
    const known = kept.map(({ body }) => comparedRow(JSON.parse(body) as SnapshotRow)).sort();
    const given = rows.map(({ cycle: _, ...row }) => comparedRow(row)).sort();
    if (known.join("\n") !== given.join("\n"))
      intake.refuse(
        `cycleSnapshots ${cycle}`,
        cycle,
        `the cycle is known with another snapshot (of ${known.length}, here of ${given.length} follow-ups); it is frozen`,
      );
  }
}

/** Without the number of entries: it is lower in a file that was made for readers who see fewer of them. */
function comparedRow({ entries: _, ...row }: SnapshotRow): string {
  return canonical(row);
}
