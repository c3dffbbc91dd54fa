import type { Id, Link } from "@heed/core";
import { isGround, isInForce } from "@heed/core/recommendation/link";
import type { Sql } from "../../connection/sql.ts";
import { recommendationLinkTable } from "../../generated/tables.ts";
import { inList } from "../../statements/in-list.ts";
import { inUtc } from "../../tables/entry-rows.ts";
import { linkRow } from "../../tables/link-row.ts";
import { insertInto } from "../../tables/table.ts";
import { edgesOfLinks } from "./edges.ts";
import { bodiesBeside, keptBodies } from "./kept.ts";
import { idsOf, newOf } from "./new-of.ts";
import type { RecordIntake } from "./record-intake.ts";
import { refuseCircles } from "./refuse-circles.ts";
import { requireKnown } from "./require-known.ts";

/**
 * Imports links. A link touches the follow-ups on both sides: the older ones close, and the newer ones count their
 * age from the older ones. Answers the recommendations whose follow-ups are touched.
 */
export async function importLinks(intake: RecordIntake): Promise<readonly Id[]> {
  const { sql, record, touched } = intake;
  const links = record.links.map((link) => ({
    ...link,
    recordedAt: inUtc(link.recordedAt),
    ...(link.withdrawnAt !== undefined && { withdrawnAt: inUtc(link.withdrawnAt) }),
  }));
  await requireKnown(intake, "links", links, "from", "recommendation", record.recommendations);
  await requireKnown(intake, "links", links, "to", "recommendation", record.recommendations);
  await requireKnown(intake, "links", links, "item", "collected_item", record.collectedItems);
  await requireKnown(intake, "links", links, "section", "report_section", record.reportSections);
  const known = await bodiesBeside<Link>(sql, "recommendation_link", links);
  refuseCircles(intake, edgesOfLinks([...links, ...known].filter(isInForce)), known);
  const added = await newOf(intake, "links", links, (ids) => keptBodies(sql, "recommendation_link", ids));
  if (intake.isRefused) return [];
  await insertInto(sql, recommendationLinkTable, added.map(linkRow));
  intake.things.link = idsOf(added);
  const recommendations = await touchedBy(
    sql,
    added.filter((link) => !isGround(link)),
  );
  const followUps = await sql.all<{ id: Id }>(`SELECT id FROM follow_up WHERE ${inList(sql, "recommendation_id")}`, [
    JSON.stringify(recommendations),
  ]);
  for (const { id } of followUps) touched.touch(id);
  return recommendations;
}

/** A draft changes nothing public until it is published: of its links, only its own side is touched. */
async function touchedBy(sql: Sql, links: readonly Link[]): Promise<Id[]> {
  const sides = ({ from, to }: Link) => (to === undefined ? [from] : [from, to]);
  const rows = await sql.all<{ id: Id }>(
    `SELECT r.id FROM recommendation r JOIN report p ON p.id = r.report_id AND p.status = 'draft'
     WHERE ${inList(sql, "r.id")}`,
    [JSON.stringify(links.flatMap(sides))],
  );
  const drafts = new Set(idsOf(rows));
  return links.flatMap((link) => {
    const hidden = sides(link).filter((id) => drafts.has(id));
    return hidden.length > 0 ? hidden : sides(link);
  });
}
