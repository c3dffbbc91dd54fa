import type { ReportingCycle } from "@heed/core";
import type { DeskAsked } from "../desk-asked.ts";
import type { CycleAct } from "./cycle-fields.ts";
import { reportsInCycle } from "./reports-in-cycle.ts";

/** What would happen by each act on a cycle, and what is still missing in it: said before it is done. */
export async function cycleHappenings(
  asked: DeskAsked,
  { id, issuingBody, updatesDueOn, selections }: ReportingCycle,
): Promise<Record<Exclude<CycleAct, "openCycle">, readonly string[]>> {
  const { reads, reader, say, today } = asked;
  const none = { limit: 1, withTotal: true };
  const items = await reportsInCycle(asked, { issuingBody });
  const report = items.map((each) => each.id);
  const [updates, verifications, unassessed] = await Promise.all([
    reads.obligations(
      reader,
      { asOf: today, kind: ["update"], report, dueFrom: updatesDueOn, dueUntil: updatesDueOn },
      none,
    ),
    reads.obligations(reader, { asOf: today, kind: ["verification"], responsible: [issuingBody] }, none),
    selections === undefined ? { total: 0 } : reads.unassessed(reader, id, { asOf: today }, none),
  ]);
  const missing = [
    say.message("cycle.missing.updates", { total: updates.total ?? 0 }),
    say.message("cycle.missing.verifications", { total: verifications.total ?? 0 }),
    ...(selections === undefined ? [] : [say.message("cycle.missing.unassessed", { total: unassessed.total ?? 0 })]),
  ];
  return {
    changeCycle: [say.message("cycle.happens.change")],
    publishCycle: [say.message("cycle.happens.publish"), ...missing],
    addErratum: [say.message("cycle.happens.erratum")],
    closeCycle: [say.message("cycle.happens.close"), ...missing],
  };
}
