import type { FormerReport, Id, Reader, Report, ReportDetail } from "@heed/core";
import { reportOf } from "../import/record-rows.ts";
import type { Database } from "../sql.ts";
import { visibleTo } from "./visibility.ts";
import { Where } from "./where.ts";

/** One report with what it said before each correction; what it was as a draft is nobody's to read (R58). */
export async function readReport(database: Database, reader: Reader, id: Id): Promise<ReportDetail | undefined> {
  const where = visibleTo(reader, new Where(database.dialect).and("p.id = ?", id), "p");
  const [row] = await database.all<Parameters<typeof reportOf>[0] & { version: number }>(
    `SELECT p.* FROM report p WHERE ${where.text}`,
    where.values,
  );
  if (row === undefined) return undefined;
  return { report: reportOf(row), version: row.version, formerVersions: await formerVersions(database, id) };
}

async function formerVersions(database: Database, id: Id): Promise<FormerReport[]> {
  const records = await database.all<{ body: string; at: string; actor: string }>(
    "SELECT body, at, actor FROM register_record WHERE kind = 'report' AND thing_id = ? ORDER BY sequence",
    [id],
  );
  return records.flatMap(({ body }, index): FormerReport[] => {
    const report = JSON.parse(body) as Report;
    const next = records[index + 1];
    if (next === undefined || report.status === "draft") return [];
    return [{ report, replacedAt: next.at, replacedBy: next.actor }];
  });
}
