import type { Id, ReportingCycle } from "@heed/core";
import type { CycleDetail } from "@heed/core/read-models/cycle-detail";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { SnapshotItem } from "@heed/core/read-models/snapshot-item";
import type { SnapshotRow } from "@heed/core/register/snapshot";
import type { Database } from "../connection/sql.ts";
import { followUpPassed, limitText, pageOf, placeOf } from "../statements/cursor.ts";
import { Where } from "../statements/where.ts";
import { cycleColumns, cycleOf, type StoredCycle } from "../tables/cycle-rows.ts";
import { organizationRefs } from "./organization-refs.ts";
import { total } from "./register.ts";
import { withEntriesSeen } from "./snapshot-entries.ts";

export async function readReportingCycles(database: Database, paging: Paging): Promise<Page<ReportingCycle>> {
  const where = new Where(database.dialect);
  const page = where.copy();
  if (paging.after !== undefined) page.and("(c.year, c.id) > (?, ?)", ...placeOf("reportingCycles", paging.after));
  const rows = await database.all<StoredCycle>(
    `SELECT ${cycleColumns("c")} FROM reporting_cycle c WHERE ${page.text} ORDER BY c.year, c.id${limitText(paging)}`,
    page.values,
  );
  const { items, next } = pageOf("reportingCycles", rows, paging, (row) => [row.year, row.id]);
  return {
    items: items.map(cycleOf),
    ...(next === undefined ? {} : { next }),
    ...(await total(database, paging, "reporting_cycle c", where)),
  };
}

/** By id, or by year: each issuing body has its own cycles. */
export async function readReportingCyclesNamed(database: Database, text: string): Promise<readonly Id[]> {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  const rows = await database.all<{ id: Id }>("SELECT id FROM reporting_cycle WHERE id = ? OR year = ? ORDER BY id", [
    text,
    year,
  ]);
  return rows.map(({ id }) => id);
}

export async function readReportingCycle(database: Database, id: Id): Promise<CycleDetail | undefined> {
  const [row] = await database.all<StoredCycle & { version: number }>(
    `SELECT ${cycleColumns()} FROM reporting_cycle WHERE id = ?`,
    [id],
  );
  if (row === undefined) return undefined;
  const [frozen] = await database.all<{ followUps: number; closed: number }>(
    `SELECT (SELECT count(*) FROM cycle_snapshot WHERE cycle_id = ?) AS "followUps",
       (SELECT count(*) FROM register_record WHERE kind = 'reportingCycle' AND thing_id = ? AND action = 'closeCycle') AS closed`,
    [id, id],
  );
  const { followUps = 0, closed = 0 } = frozen ?? {};
  return { cycle: cycleOf(row), version: row.version, hasSnapshot: followUps > 0 || closed > 0, followUps };
}

/** The snapshot of a closed cycle, in the order of the follow-ups' ids; the names of organizations are those of today. */
export async function readSnapshot(database: Database, cycle: Id, paging: Paging): Promise<Page<SnapshotItem>> {
  const where = new Where(database.dialect).and("s.cycle_id = ?", cycle);
  const page = where.copy();
  if (paging.after !== undefined) page.and("s.follow_up_id > ?", followUpPassed("snapshot", cycle, paging.after));
  const rows = await database.all<{ id: Id; body: string; reference: string }>(
    `SELECT s.follow_up_id AS id, s.body, r.reference FROM cycle_snapshot s
       JOIN follow_up f ON f.id = s.follow_up_id JOIN recommendation r ON r.id = f.recommendation_id
     WHERE ${page.text} ORDER BY s.follow_up_id${limitText(paging)}`,
    page.values,
  );
  const { items, next } = pageOf("snapshot", rows, paging, (row) => [cycle, row.id]);
  const told = await withEntriesSeen(
    database,
    cycle,
    items.map(({ body }) => JSON.parse(body) as SnapshotRow),
  );
  const frozen = told.map((row, place) => ({ row, reference: row.reference ?? items[place]?.reference ?? "" }));
  const refs = await organizationRefs(
    database,
    frozen.flatMap(({ row }) => [row.addressee, row.responsible]),
  );
  return {
    items: frozen.map(({ row, reference }) => ({
      ...row,
      reference,
      addressee: refs.get(row.addressee),
      responsible: refs.get(row.responsible),
    })),
    ...(next === undefined ? {} : { next }),
    ...(await total(database, paging, "cycle_snapshot s", where)),
  };
}
