import type { Id, Reader } from "@heed/core";
import { bodiesHeld, maySeeAll, maySeeDrafts } from "@heed/core/access/reader";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { FormerSection, SectionDetail } from "@heed/core/read-models/section-detail";
import type { SectionFilter } from "@heed/core/read-models/section-filter";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import type { ReportSection } from "@heed/core/report-section/report-section";
import type { Database, Sql } from "../connection/sql.ts";
import { bodiesOfActor } from "../organizations/bodies-of-actor.ts";
import { limitText, pageOf, placeOf } from "../statements/cursor.ts";
import { Where } from "../statements/where.ts";
import { formerBodies, keepsRecordOf } from "./former-bodies.ts";
import { total } from "./register.ts";

/**
 * What a reader may see of sections, as a condition on the section and its report: what is not final, or not published, leaves no
 * trace for others than who keeps the body's drafts. Every read of sections uses it.
 */
export function visibleSection(reader: Reader, where: Where, section: string, report: string): Where {
  const isPublished = `${section}.is_final = 1 AND ${report}.status = 'published'`;
  if (!maySeeDrafts(reader)) return where.and(isPublished);
  if (maySeeAll(reader)) return where;
  const { text, values } = bodiesOfActor(where, { organizations: bodiesHeld(reader), today: reader.today });
  return where.and(`(${isPublished}) OR ${report}.issuing_body_id IN (${text})`, ...values);
}

const from = "report_section s JOIN report p ON p.id = s.report_id";
const order = "s.report_id, s.parent_id, s.position, s.reference_key";

type Row = { body: string; reportReference: string; issuingBody: Id; key: string };

export async function readReportSections(
  database: Database,
  reader: Reader,
  { report, reference, state }: SectionFilter,
  paging: Paging,
): Promise<Page<ReportSection & { reportReference: string; issuingBody: Id }>> {
  const where = visibleSection(reader, new Where(database.dialect), "s", "p")
    .andInList("s.report_id", report)
    .andInList("s.reference_key", reference?.map(referenceKey))
    .andInList("s.state", state);
  const page = where.copy();
  if (paging.after !== undefined) page.and(`(${order}) > (?, ?, ?, ?)`, ...placeOf("reportSections", paging.after));
  const rows = await database.all<Row>(
    `SELECT s.body, s.reference_key AS key, p.reference AS "reportReference", p.issuing_body_id AS "issuingBody"
     FROM ${from} WHERE ${page.text} ORDER BY ${order}${limitText(paging)}`,
    page.values,
  );
  const listed = rows.map(({ body, ...row }) => ({ ...(JSON.parse(body) as ReportSection), ...row }));
  const { items, next } = pageOf("reportSections", listed, paging, (each) => [
    each.report,
    each.parent ?? "",
    each.position,
    each.key,
  ]);
  return {
    items: items.map(({ key: _, ...section }) => section),
    ...(next === undefined ? {} : { next }),
    ...(await total(database, paging, from, where)),
  };
}

export async function readReportSection(
  database: Database,
  reader: Reader,
  id: Id,
): Promise<SectionDetail | undefined> {
  const where = visibleSection(reader, new Where(database.dialect).and("s.id = ?", id), "s", "p");
  const [row] = await database.all<{ body: string; version: number; issuingBody: Id }>(
    `SELECT s.body, s.version, p.issuing_body_id AS "issuingBody" FROM ${from} WHERE ${where.text}`,
    where.values,
  );
  if (row === undefined) return undefined;
  const section = JSON.parse(row.body) as ReportSection;
  const keeps = await keepsRecordOf(database, reader, row.issuingBody);
  const formerVersions = keeps ? await formerBodies<FormerSection>(database, "reportSection", id) : [];
  return { section, version: row.version, formerVersions };
}

/** The references of the sections that the reader may see: a report has some dozens. */
export async function sectionReferencesSeen(sql: Sql, reader: Reader): Promise<readonly string[]> {
  const where = visibleSection(reader, new Where(sql.dialect), "s", "p");
  const rows = await sql.all<{ reference: string }>(
    `SELECT DISTINCT s.reference FROM ${from} WHERE ${where.text} ORDER BY s.reference`,
    where.values,
  );
  return rows.map(({ reference }) => reference);
}
