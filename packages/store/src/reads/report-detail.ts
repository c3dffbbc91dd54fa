import type { Id, Reader } from "@heed/core";
import type { ReportDetail } from "@heed/core/tracker-store";
import type { Database } from "../sql.ts";
import { reportColumns, reportOf, type StoredReport } from "../tables/report-rows.ts";
import { formerReportsOf } from "./former-reports.ts";
import { visibleTo } from "./visibility.ts";
import { Where } from "./where.ts";

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
