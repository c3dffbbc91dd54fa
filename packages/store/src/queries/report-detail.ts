import type { Id, Reader } from "@heed/core";
import type { ReportDetail } from "@heed/core/read-models/report-detail";
import { visibleTo } from "../access/visibility.ts";
import type { Database } from "../connection/sql.ts";
import { formerReportsOf } from "../recommendations/former-reports.ts";
import { Where } from "../statements/where.ts";
import { reportColumns, reportOf, type StoredReport } from "../tables/report-rows.ts";

/** One report with what it said before each correction. */
export async function readReport(database: Database, reader: Reader, id: Id): Promise<ReportDetail | undefined> {
  const where = visibleTo(reader, new Where(database.dialect).and("p.id = ?", id), "p");
  const [row] = await database.all<StoredReport & { version: number }>(
    `SELECT ${reportColumns("p")}, p.version FROM report p WHERE ${where.text}`,
    where.values,
  );
  if (row === undefined) return undefined;
  const former = await formerReportsOf(database, [id]);
  return { report: reportOf(row), version: row.version, formerVersions: former.get(id) ?? [] };
}
