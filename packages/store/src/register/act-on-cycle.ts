import {
  addErratum,
  changeCycle,
  closeCycle,
  type Day,
  DomainError,
  type Id,
  openCycle,
  publishCycle,
  type RegisterContext,
  type RegisterDone,
  type ReportingCycle,
  type SnapshotRow,
  snapshotRow,
} from "@heed/core";
import { insertRows } from "../bulk/insert-rows.ts";
import { cycleColumns, cycleOf, cycleValues } from "../import/record-rows.ts";
import { deriveAgain, lockPage } from "../projection/derive-again.ts";
import { loadCases } from "../projection/load-cases.ts";
import type { Sql } from "../sql.ts";
import { done, type RegisterActing, raiseVersion, requireOrganizations } from "./register-acting.ts";
import { snapshotDigest } from "./snapshot-rows.ts";
import { updateRow } from "./update-row.ts";

export async function actOpenCycle(acting: RegisterActing): Promise<RegisterDone> {
  const { sql, context, act, settings, input } = acting;
  const cycle = openCycle(context, input);
  const { id, issuingBody, year } = cycle;
  await requireOrganizations(acting, [{ name: "issuingBody", id: issuingBody }]);
  const [other] = await sql.all<{ id: Id }>("SELECT id FROM reporting_cycle WHERE issuing_body_id = ? AND year = ?", [
    issuingBody,
    year,
  ]);
  if (other !== undefined)
    throw new DomainError("duplicateReference", `the issuing body has a reporting cycle about ${year} already`, [
      { name: "year", value: String(year), detail: `it is that of ${other.id}` },
    ]);
  await insertRows(sql, "reporting_cycle", cycleColumns, [cycleValues(cycle, act.at)]);
  await deriveAgain(sql, { organizations: [issuingBody] }, settings);
  return done(acting, [{ kind: "reportingCycle", id, body: cycle }], { version: 1 });
}

export async function actChangeCycle(acting: RegisterActing, id: Id): Promise<RegisterDone> {
  const answer = await changed(acting, id, changeCycle);
  const { issuingBody } = answer.body as ReportingCycle;
  await deriveAgain(acting.sql, { organizations: [issuingBody] }, acting.settings);
  return answer;
}

export function actPublishCycle(acting: RegisterActing, id: Id): Promise<RegisterDone> {
  return changed(acting, id, publishCycle);
}

/** Alone in its transaction: no act comes between the first follow-up that is frozen and the last. */
export async function actCloseCycle(acting: RegisterActing, id: Id): Promise<RegisterDone> {
  const { sql, context, input } = acting;
  const version = await raiseVersion(acting, "reporting_cycle", id);
  const before = await loadCycle(sql, id);
  const cycle = closeCycle(context, before, input);
  await updateCycle(sql, cycle);
  await freeze(acting, cycle);
  const snapshot = await snapshotDigest(sql, id);
  const body = { ...cycle, snapshot };
  return done(acting, [{ kind: "reportingCycle", id, before, body }], { version });
}

export async function actAddErratum(acting: RegisterActing, id: Id): Promise<RegisterDone> {
  const answer = await changed(acting, id, addErratum);
  const { followUp } = (answer.body as ReportingCycle).errata?.at(-1) ?? {};
  if (followUp === undefined) return answer;
  const [frozen] = await acting.sql.all("SELECT 1 FROM cycle_snapshot WHERE cycle_id = ? AND follow_up_id = ?", [
    id,
    followUp,
  ]);
  if (frozen !== undefined) return answer;
  throw new DomainError("invalidInput", "the follow-up is not in the snapshot", [
    { name: "followUp", value: followUp, detail: "the cycle did not ask about it" },
  ]);
}

async function changed(
  acting: RegisterActing,
  id: Id,
  decide: (context: RegisterContext, cycle: ReportingCycle, input: unknown) => ReportingCycle,
): Promise<RegisterDone> {
  const { sql, context, input } = acting;
  const version = await raiseVersion(acting, "reporting_cycle", id);
  const before = await loadCycle(sql, id);
  const cycle = decide(context, before, input);
  await updateCycle(sql, cycle);
  return done(acting, [{ kind: "reportingCycle", id, before, body: cycle }], { version });
}

async function loadCycle(sql: Sql, id: Id): Promise<ReportingCycle> {
  const [row] = await sql.all<Parameters<typeof cycleOf>[0]>("SELECT * FROM reporting_cycle WHERE id = ?", [id]);
  if (row === undefined) throw new DomainError("notFound", `there is no reporting cycle with the id ${id}`);
  return cycleOf(row);
}

function updateCycle(sql: Sql, cycle: ReportingCycle): Promise<void> {
  return updateRow(sql, "reporting_cycle", cycleColumns, cycleValues(cycle, ""), cycle.id);
}

/** A page at a time, so that a large record needs no large memory. */
async function freeze({ sql, settings }: RegisterActing, cycle: ReportingCycle & { closedOn: Day }): Promise<void> {
  let after = "";
  for (;;) {
    const ids = await lockPage(sql, { organizations: [cycle.issuingBody] }, after);
    const last = ids.at(-1);
    if (last === undefined) return;
    for await (const cases of loadCases(sql, ids)) {
      const rows = cases.flatMap((each): SnapshotRow[] => {
        const row = snapshotRow(each, cycle, settings);
        return row === undefined ? [] : [row];
      });
      await insertRows(
        sql,
        "cycle_snapshot",
        { cycle_id: "text", follow_up_id: "text", body: "text" },
        rows.map((row) => [cycle.id, row.followUp, JSON.stringify(row)]),
      );
    }
    after = last;
  }
}
