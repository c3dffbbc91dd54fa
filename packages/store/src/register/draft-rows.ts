import { DomainError, type Id, type Recommendation } from "@heed/core";
import type { DraftRecommendation } from "@heed/core/register/draft";
import type { Recorded } from "../audit/register-record.ts";
import type { Sql } from "../connection/sql.ts";
import type { PrismaTransaction } from "../prisma/prisma-client.ts";
import { inList } from "../statements/in-list.ts";
import { followUpRow } from "../tables/follow-up-rows.ts";
import { themeRows } from "../tables/recommendation-rows.ts";
import type { RunningAct } from "./running-act.ts";

/** Inserts the themes of a draft's recommendation. The records of the register keep what changes in a draft. */

export async function replaceThemes(
  prisma: PrismaTransaction,
  recommendation: Pick<Recommendation, "id" | "themes">,
): Promise<void> {
  await prisma.recommendationTheme.deleteMany({ where: { recommendationId: recommendation.id } });
  await prisma.recommendationTheme.createMany({ data: themeRows(recommendation) });
}

/** Replaces the follow-ups of a draft's recommendation. */
export async function replaceFollowUps(
  { sql, prisma, act }: RunningAct,
  { id, followUps }: DraftRecommendation,
): Promise<void> {
  await requireNoRecord(sql, [id]);
  await prisma.followUp.deleteMany({ where: { recommendationId: id } });
  await prisma.followUp.createMany({ data: followUps.map((each) => followUpRow(each, act.at)) });
}

/** Deletes parts before their wholes. Answers the links that went with them. Errors: invalidStateTransition when an import left a record that must stay. */
export async function deleteRecommendations(
  { sql, prisma }: RunningAct,
  which: { id: Id } | { reportId: Id },
): Promise<readonly Recorded<"link">[]> {
  const found = await prisma.recommendation.findMany({ where: which, select: { id: true } });
  const grounds = await takeGrounds(prisma, which);
  await requireNoRecord(
    sql,
    found.map(({ id }) => id),
  );
  await prisma.followUp.deleteMany({ where: { recommendation: which } });
  await prisma.recommendationTheme.deleteMany({ where: { recommendation: which } });
  let left = found.length;
  while (left > 0) {
    const { count } = await prisma.recommendation.deleteMany({ where: { ...which, parts: { none: {} } } });
    if (count === 0) throw new Error("a recommendation is a part of its own part");
    left -= count;
  }
  return grounds;
}

/** What a draft rests on goes with it, and the records of the register keep it. */
async function takeGrounds(
  prisma: PrismaTransaction,
  from: { id: Id } | { reportId: Id },
): Promise<readonly Recorded<"link">[]> {
  const rows = await prisma.recommendationLink.findMany({ where: { type: "restsOn", from } });
  await prisma.recommendationLink.deleteMany({ where: { type: "restsOn", from } });
  return rows.map(({ id, body }) => ({ kind: "link", id, before: JSON.parse(body), body: JSON.parse(body) }));
}

/** An import has written entries, audit records or links for what it brought: these are never removed (R12). */
async function requireNoRecord(sql: Sql, recommendations: readonly Id[]): Promise<void> {
  const list = JSON.stringify(recommendations);
  const [kept] = await sql.all<{ id: Id }>(
    `SELECT recommendation_id AS id FROM follow_up WHERE version > 0 AND ${inList(sql, "recommendation_id")}
     UNION SELECT from_id FROM recommendation_link WHERE ${inList(sql, "from_id")}
     UNION SELECT to_id FROM recommendation_link WHERE ${inList(sql, "to_id")}
     UNION SELECT recommendation_id FROM recommendation_version WHERE ${inList(sql, "recommendation_id")}`,
    [list, list, list, list],
  );
  if (kept !== undefined)
    throw new DomainError(
      "invalidStateTransition",
      `the recommendation ${kept.id} came in by an import, and the record that this left is never removed (R12)`,
    );
}
