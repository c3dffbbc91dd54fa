import { DomainError, type Id, type Report } from "@heed/core";
import type { Draft } from "@heed/core/register/draft";
import type { PrismaTransaction } from "../prisma/prisma-client.ts";
import { followUpOf } from "../tables/follow-up-rows.ts";
import { recommendationOf } from "../tables/recommendation-rows.ts";
import { reportOf } from "../tables/report-rows.ts";

/** A report with its recommendations in order, and their follow-ups in the order of their ids. Errors: notFound. */
export async function loadDraft(prisma: PrismaTransaction, id: Id): Promise<Draft> {
  const report = await loadReport(prisma, id);
  const recommendations = await prisma.recommendation.findMany({
    where: { reportId: id },
    orderBy: { position: "asc" },
  });
  const rows = await prisma.followUp.findMany({
    where: { recommendation: { reportId: id } },
    orderBy: { id: "asc" },
  });
  const followUps = rows.map(followUpOf);
  return {
    report,
    recommendations: recommendations.map(recommendationOf).map((each) => ({
      ...each,
      followUps: followUps.filter(({ recommendation }) => recommendation === each.id),
    })),
  };
}

export async function loadReport(prisma: PrismaTransaction, id: Id): Promise<Report> {
  const row = await prisma.report.findUnique({ where: { id } });
  if (row === null) throw new DomainError("notFound", `there is no report with the id ${id}`);
  return reportOf(row);
}
