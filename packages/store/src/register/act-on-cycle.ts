import { type Day, DomainError, type Id, type ReportingCycle } from "@heed/core";
import type { Selection } from "@heed/core/cycle/selection";
import { addErratum } from "@heed/core/register/add-erratum";
import { changeCycle } from "@heed/core/register/change-cycle";
import { closeCycle } from "@heed/core/register/close-cycle";
import { openCycle } from "@heed/core/register/open-cycle";
import { publishCycle } from "@heed/core/register/publish-cycle";
import type { RegisterContext } from "@heed/core/register/register-act";
import type { RegisterResult } from "@heed/core/register/register-result";
import { selectForAssessment } from "@heed/core/register/select-for-assessment";
import { type SnapshotRow, snapshotRow } from "@heed/core/register/snapshot";
import type { Sql } from "../connection/sql.ts";
import { deriveAgain, lockPage } from "../derived/derive-again.ts";
import { loadCases } from "../derived/load-cases.ts";
import { cycleSnapshotTable } from "../generated/tables.ts";
import { requireOrganizations } from "../organizations/require-organizations.ts";
import type { PrismaTransaction } from "../prisma/prisma-client.ts";
import { unknownSelected } from "../recommendations/unknown-selected.ts";
import { inList } from "../statements/in-list.ts";
import { cycleOf, cycleRow } from "../tables/cycle-rows.ts";
import { snapshotDigest } from "../tables/snapshot-rows.ts";
import { insertInto } from "../tables/table.ts";
import { finishAct, type RunningAct, raiseVersion } from "./running-act.ts";

export async function actOpenCycle(running: RunningAct): Promise<RegisterResult> {
  const { sql, prisma, context, act, settings, input } = running;
  const cycle = openCycle(context, input);
  const { id, issuingBody, year } = cycle;
  await requireOrganizations(running.sql, [{ name: "issuingBody", id: issuingBody }]);
  const other = await prisma.reportingCycle.findFirst({
    where: { issuingBodyId: issuingBody, year },
    select: { id: true },
  });
  if (other !== null)
    throw new DomainError("duplicateReference", `the issuing body has a reporting cycle about ${year} already`, [
      { name: "year", value: String(year), detail: `the cycle ${other.id} is about this year` },
    ]);
  await refuseUnknown(sql, cycle.selections ?? []);
  await prisma.reportingCycle.create({ data: cycleRow(cycle, act.at) });
  await deriveAgain(sql, { organizations: [issuingBody] }, settings);
  return finishAct(running, [{ kind: "reportingCycle", id, body: cycle }], { version: 1 });
}

export async function actChangeCycle(running: RunningAct, id: Id): Promise<RegisterResult> {
  const answer = await changed(running, id, changeCycle);
  const { issuingBody, selections = [] } = answer.body as ReportingCycle;
  await refuseUnknown(running.sql, selections);
  await deriveAgain(running.sql, { organizations: [issuingBody] }, running.settings);
  return answer;
}

/** What it selects is owed by the issuing body from the day of the selection. */
export async function actSelectForAssessment(running: RunningAct, id: Id): Promise<RegisterResult> {
  const answer = await changed(running, id, selectForAssessment);
  const { issuingBody, selections = [] } = answer.body as ReportingCycle;
  await refuseUnknown(running.sql, selections.slice(-1));
  await deriveAgain(running.sql, { organizations: [issuingBody] }, running.settings);
  return answer;
}

async function refuseUnknown(sql: Sql, selections: readonly Selection[]): Promise<void> {
  const unknown = await unknownSelected(sql, selections);
  if (unknown.length > 0) throw new DomainError("invalidInput", "the selection names what there is not", unknown);
}

export function actPublishCycle(running: RunningAct, id: Id): Promise<RegisterResult> {
  return changed(running, id, publishCycle);
}

/** It holds the audit lock alone, so that no act comes between the first frozen follow-up and the last. */
export async function actCloseCycle(running: RunningAct, id: Id): Promise<RegisterResult> {
  const { sql, prisma, context, input } = running;
  const version = await raiseVersion(running, "reporting_cycle", id);
  const before = await loadCycle(prisma, id);
  const cycle = closeCycle(context, before, input);
  await updateCycle(prisma, cycle);
  await freeze(running, cycle);
  const snapshot = await snapshotDigest(sql, id);
  const body = { ...cycle, snapshot };
  return finishAct(running, [{ kind: "reportingCycle", id, before, body }], { version });
}

export async function actAddErratum(running: RunningAct, id: Id): Promise<RegisterResult> {
  const answer = await changed(running, id, addErratum);
  const { followUp } = (answer.body as ReportingCycle).errata?.at(-1) ?? {};
  if (followUp === undefined) return answer;
  const frozen = await running.prisma.cycleSnapshot.count({ where: { cycleId: id, followUpId: followUp } });
  if (frozen > 0) return answer;
  throw new DomainError("invalidInput", "the follow-up is not in the snapshot", [
    { name: "followUp", value: followUp, detail: "the cycle did not ask about it" },
  ]);
}

async function changed(
  running: RunningAct,
  id: Id,
  decide: (context: RegisterContext, cycle: ReportingCycle, input: unknown) => ReportingCycle,
): Promise<RegisterResult> {
  const { prisma, context, input } = running;
  const version = await raiseVersion(running, "reporting_cycle", id);
  const before = await loadCycle(prisma, id);
  const cycle = decide(context, before, input);
  await updateCycle(prisma, cycle);
  return finishAct(running, [{ kind: "reportingCycle", id, before, body: cycle }], { version });
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
async function freeze({ sql, settings }: RunningAct, cycle: ReportingCycle & { closedOn: Day }): Promise<void> {
  let after = "";
  for (;;) {
    const ids = await lockPage(sql, { organizations: [cycle.issuingBody] }, after);
    const last = ids.at(-1);
    if (last === undefined) return;
    const references = await referencesOf(sql, ids);
    for await (const cases of loadCases(sql, ids)) {
      const rows = cases.flatMap((each): SnapshotRow[] => {
        const row = snapshotRow(each, references.get(each.followUp.id), cycle, settings);
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

/** The references of the recommendations, by the ids of their follow-ups. */
async function referencesOf(sql: Sql, followUps: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  const rows = await sql.all<{ id: Id; reference: string }>(
    `SELECT f.id, r.reference FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id WHERE ${inList(sql, "f.id")}`,
    [JSON.stringify(followUps)],
  );
  return new Map(rows.map(({ id, reference }) => [id, reference]));
}
