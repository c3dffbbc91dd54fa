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
  type Selection,
  type SnapshotRow,
  selectForAssessment,
  snapshotRow,
} from "@heed/core";
import { cycleSnapshotTable } from "../generated/tables.ts";
import type { PrismaTransaction } from "../prisma/prisma-client.ts";
import { deriveAgain, lockPage } from "../projection/derive-again.ts";
import { loadCases } from "../projection/load-cases.ts";
import type { Sql } from "../sql.ts";
import { cycleOf, cycleRow } from "../tables/cycle-rows.ts";
import { insertInto } from "../tables/table.ts";
import { done, type RegisterActing, raiseVersion, requireOrganizations } from "./register-acting.ts";
import { snapshotDigest } from "./snapshot-rows.ts";
import { unknownSelected } from "./unknown-selected.ts";

export async function actOpenCycle(acting: RegisterActing): Promise<RegisterDone> {
  const { sql, prisma, context, act, settings, input } = acting;
  const cycle = openCycle(context, input);
  const { id, issuingBody, year } = cycle;
  await requireOrganizations(acting, [{ name: "issuingBody", id: issuingBody }]);
  const other = await prisma.reportingCycle.findFirst({
    where: { issuingBodyId: issuingBody, year },
    select: { id: true },
  });
  if (other !== null)
    throw new DomainError("duplicateReference", `the issuing body has a reporting cycle about ${year} already`, [
      { name: "year", value: String(year), detail: `it is that of ${other.id}` },
    ]);
  await refuseUnknown(sql, cycle.selections ?? []);
  await prisma.reportingCycle.create({ data: cycleRow(cycle, act.at) });
  await deriveAgain(sql, { organizations: [issuingBody] }, settings);
  return done(acting, [{ kind: "reportingCycle", id, body: cycle }], { version: 1 });
}

export async function actChangeCycle(acting: RegisterActing, id: Id): Promise<RegisterDone> {
  const answer = await changed(acting, id, changeCycle);
  const { issuingBody, selections = [] } = answer.body as ReportingCycle;
  await refuseUnknown(acting.sql, selections);
  await deriveAgain(acting.sql, { organizations: [issuingBody] }, acting.settings);
  return answer;
}

/** What it selects is owed by the issuing body from the day of the selection. */
export async function actSelectForAssessment(acting: RegisterActing, id: Id): Promise<RegisterDone> {
  const answer = await changed(acting, id, selectForAssessment);
  const { issuingBody, selections = [] } = answer.body as ReportingCycle;
  await refuseUnknown(acting.sql, selections.slice(-1));
  await deriveAgain(acting.sql, { organizations: [issuingBody] }, acting.settings);
  return answer;
}

async function refuseUnknown(sql: Sql, selections: readonly Selection[]): Promise<void> {
  const unknown = await unknownSelected(sql, selections);
  if (unknown.length > 0) throw new DomainError("invalidInput", "the selection names what there is not", unknown);
}

export function actPublishCycle(acting: RegisterActing, id: Id): Promise<RegisterDone> {
  return changed(acting, id, publishCycle);
}

/** It holds the audit lock alone, so that no act comes between the first frozen follow-up and the last. */
export async function actCloseCycle(acting: RegisterActing, id: Id): Promise<RegisterDone> {
  const { sql, prisma, context, input } = acting;
  const version = await raiseVersion(acting, "reporting_cycle", id);
  const before = await loadCycle(prisma, id);
  const cycle = closeCycle(context, before, input);
  await updateCycle(prisma, cycle);
  await freeze(acting, cycle);
  const snapshot = await snapshotDigest(sql, id);
  const body = { ...cycle, snapshot };
  return done(acting, [{ kind: "reportingCycle", id, before, body }], { version });
}

export async function actAddErratum(acting: RegisterActing, id: Id): Promise<RegisterDone> {
  const answer = await changed(acting, id, addErratum);
  const { followUp } = (answer.body as ReportingCycle).errata?.at(-1) ?? {};
  if (followUp === undefined) return answer;
  const frozen = await acting.prisma.cycleSnapshot.count({ where: { cycleId: id, followUpId: followUp } });
  if (frozen > 0) return answer;
  throw new DomainError("invalidInput", "the follow-up is not in the snapshot", [
    { name: "followUp", value: followUp, detail: "the cycle did not ask about it" },
  ]);
}

async function changed(
  acting: RegisterActing,
  id: Id,
  decide: (context: RegisterContext, cycle: ReportingCycle, input: unknown) => ReportingCycle,
): Promise<RegisterDone> {
  const { prisma, context, input } = acting;
  const version = await raiseVersion(acting, "reporting_cycle", id);
  const before = await loadCycle(prisma, id);
  const cycle = decide(context, before, input);
  await updateCycle(prisma, cycle);
  return done(acting, [{ kind: "reportingCycle", id, before, body: cycle }], { version });
}

async function loadCycle(prisma: PrismaTransaction, id: Id): Promise<ReportingCycle> {
  const row = await prisma.reportingCycle.findUnique({ where: { id } });
  if (row === null) throw new DomainError("notFound", `there is no reporting cycle with the id ${id}`);
  return cycleOf(row);
}

async function updateCycle(prisma: PrismaTransaction, cycle: ReportingCycle): Promise<void> {
  const { id, recordedAt: _, ...content } = cycleRow(cycle, "");
  await prisma.reportingCycle.updateMany({ where: { id }, data: content });
}

/** Page by page, so that a large record does not need much memory. */
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
      await insertInto(
        sql,
        cycleSnapshotTable,
        rows.map((row) => ({ cycleId: cycle.id, followUpId: row.followUp, body: JSON.stringify(row) })),
      );
    }
    after = last;
  }
}
