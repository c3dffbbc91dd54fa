import type { Id, Report } from "@heed/core";
import { addReportErratumAct } from "@heed/core/register/add-report-erratum";
import { freezeReportAct } from "@heed/core/register/freeze-report";
import type { FormerReport } from "@heed/core/report/former-report";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";

/** Acts that add to a report and correct nothing that it says. */
const besideIt: readonly string[] = [freezeReportAct.name, addReportErratumAct.name];

/**
 * What some published reports said before each correction, the oldest first, by their ids: first what a file said, then
 * what acts and imports have corrected here. Nobody can read what a report was as a draft.
 */
export async function formerReportsOf(sql: Sql, ids: readonly Id[]): Promise<ReadonlyMap<Id, readonly FormerReport[]>> {
  const list = JSON.stringify(ids);
  const told = await sql.all<{ id: Id; body: string; replacedAt: string; replacedBy: string }>(
    `SELECT report_id AS id, body, replaced_at AS "replacedAt", replaced_by AS "replacedBy" FROM report_version
     WHERE ${inList(sql, "report_id")} ORDER BY report_id, version`,
    [list],
  );
  const records = await sql.all<{ id: Id; body: string; at: string; actor: string; action: string }>(
    `SELECT thing_id AS id, body, at, actor, action FROM register_record
     WHERE kind = 'report' AND ${inList(sql, "thing_id")} ORDER BY thing_id, sequence`,
    [list],
  );
  const former = new Map<Id, FormerReport[]>();
  const add = (id: Id, each: FormerReport) => former.set(id, [...(former.get(id) ?? []), each]);
  for (const { id, body, replacedAt, replacedBy } of told)
    add(id, { report: JSON.parse(body), replacedAt, replacedBy });
  for (const [index, { id, body }] of records.entries()) {
    const next = records[index + 1];
    const report = JSON.parse(body) as Report;
    if (next?.id !== id || report.status === "draft" || besideIt.includes(next.action)) continue;
    add(id, { report, replacedAt: next.at, replacedBy: next.actor });
  }
  return former;
}
