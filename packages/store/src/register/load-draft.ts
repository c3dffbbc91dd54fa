import { DomainError, type Draft, type Id, type Report } from "@heed/core";
import { followUpOf, recommendationOf, reportOf } from "../import/record-rows.ts";
import type { Sql } from "../sql.ts";

/** A report with its recommendations in their order, and their follow-ups in order of their ids. Errors: notFound. */
export async function loadDraft(sql: Sql, id: Id): Promise<Draft> {
  const report = await loadReport(sql, id);
  const recommendations = await sql.all<Parameters<typeof recommendationOf>[0]>(
    `SELECT r.*
     FROM recommendation r JOIN report p ON p.id = r.report_id WHERE p.id = ? ORDER BY r.position`,
    [id],
  );
  const followUps = (
    await sql.all<Parameters<typeof followUpOf>[0]>(
      `SELECT f.* FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id WHERE r.report_id = ?
       ORDER BY f.id`,
      [id],
    )
  ).map(followUpOf);
  return {
    report,
    recommendations: recommendations.map(recommendationOf).map((each) => ({
      ...each,
      followUps: followUps.filter(({ recommendation }) => recommendation === each.id),
    })),
  };
}

export async function loadReport(sql: Sql, id: Id): Promise<Report> {
  const [row] = await sql.all<Parameters<typeof reportOf>[0]>("SELECT * FROM report WHERE id = ?", [id]);
  if (row === undefined) throw new DomainError("notFound", `there is no report with the id ${id}`);
  return reportOf(row);
}
