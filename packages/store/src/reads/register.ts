import {
  existsOn,
  foldedName,
  type Id,
  type LocalizedText,
  nameKey,
  type Organization,
  type OrganizationChange,
  type OrganizationFilter,
  type Page,
  type Paging,
  type Reader,
  type Report,
  referenceKey,
} from "@heed/core";
import { among } from "../bulk/among.ts";
import { organizationOf, reportOf } from "../import/record-rows.ts";
import { organizationsAsTheyStand } from "../organizations/as-they-stand.ts";
import type { Database } from "../sql.ts";
import { limitText, pageOf, placeOf } from "./cursor.ts";
import { visibleTo } from "./visibility.ts";
import { Where } from "./where.ts";

type ReportRow = Parameters<typeof reportOf>[0] & { id: Id; reporting_year: number; bodyName: string };

/** Reports, the newest reporting year first. */
export async function readReports(
  database: Database,
  reader: Reader,
  paging: Paging,
): Promise<Page<Report & { issuingBodyName: LocalizedText }>> {
  const where = visibleTo(reader, new Where(database.dialect), "p");
  const page = where.copy();
  if (paging.after !== undefined) {
    const [year, id] = placeOf("reports", paging.after);
    page.and("p.reporting_year < ? OR (p.reporting_year = ? AND p.id > ?)", year, year, id);
  }
  const rows = await database.all<ReportRow>(
    `SELECT p.*, o.name AS "bodyName" FROM report p JOIN organization o ON o.id = p.issuing_body_id
     WHERE ${page.text} ORDER BY p.reporting_year DESC, p.id${limitText(paging)}`,
    page.values,
  );
  const { items, next } = pageOf("reports", rows, paging, (row) => [row.reporting_year, row.id]);
  return {
    items: items.map((row) => ({ ...reportOf(row), issuingBodyName: JSON.parse(row.bodyName) as LocalizedText })),
    ...(next === undefined ? {} : { next }),
    ...(await total(database, paging, "report p", where)),
  };
}

export async function readReportsNamed(database: Database, reader: Reader, text: string): Promise<readonly Id[]> {
  const where = visibleTo(
    reader,
    new Where(database.dialect).and("p.id = ? OR p.reference_key = ?", text, referenceKey(text)),
    "p",
  );
  const rows = await database.all<{ id: Id }>(
    `SELECT p.id FROM report p WHERE ${where.text} ORDER BY p.id`,
    where.values,
  );
  return rows.map(({ id }) => id);
}

type OrganizationRow = Parameters<typeof organizationOf>[0] & { code: string };

/** Organizations in order of their codes, with the days and former names that the changes give them. */
export async function readOrganizations(
  database: Database,
  { validOn }: OrganizationFilter,
  paging: Paging,
): Promise<Page<Organization>> {
  const told = await organizationsAsTheyStand(database);
  const where = new Where(database.dialect);
  if (validOn !== undefined) {
    const ids = JSON.stringify([...told.keys()]);
    const valid = [...told.values()].filter((each) => existsOn(each, validOn)).map(({ id }) => id);
    where.and(
      `${among(database, "o.id")} OR (NOT ${among(database, "o.id")}
         AND (o.founded_on IS NULL OR o.founded_on <= ?) AND (o.dissolved_on IS NULL OR o.dissolved_on > ?))`,
      ...[JSON.stringify(valid), ids, validOn, validOn],
    );
  }
  const page = where.copy();
  if (paging.after !== undefined) page.and("o.code > ?", ...placeOf("organizations", paging.after));
  const rows = await database.all<OrganizationRow>(
    `SELECT o.* FROM organization o WHERE ${page.text} ORDER BY o.code${limitText(paging)}`,
    page.values,
  );
  const { items, next } = pageOf("organizations", rows, paging, (row) => [row.code]);
  return {
    items: items.map((row) => told.get(String(row.id)) ?? organizationOf(row)),
    ...(next === undefined ? {} : { next }),
    ...(await total(database, paging, "organization o", where)),
  };
}

export async function readOrganization(database: Database, id: Id): Promise<Organization | undefined> {
  return (await organizationsAsTheyStand(database, [id])).get(id);
}

/** By id or code, else by any of its names, else by one without its marks; a name that several bear gives them all. */
export async function readOrganizationsNamed(database: Database, text: string): Promise<readonly Id[]> {
  const rows = await database.all<{ id: Id; isCode: number }>(
    `SELECT id, 1 AS "isCode" FROM organization WHERE id = ? OR code = ?
     UNION SELECT organization_id AS id, 0 AS "isCode" FROM organization_name WHERE name_key = ? ORDER BY id`,
    [text, text.toLowerCase(), nameKey(text)],
  );
  const byCode = rows.filter(({ isCode }) => isCode === 1);
  if (rows.length > 0) return (byCode.length > 0 ? byCode : rows).map(({ id }) => id);
  const near = await database.all<{ id: Id }>(
    "SELECT DISTINCT organization_id AS id FROM organization_name WHERE folded_key = ? ORDER BY id",
    [foldedName(text)],
  );
  return near.map(({ id }) => id);
}

/** Read whole: an installation has some hundreds. */
export async function readOrganizationChanges(
  database: Database,
  organization: Id | undefined,
): Promise<readonly OrganizationChange[]> {
  const where = new Where(database.dialect);
  if (organization !== undefined)
    where.and("c.id IN (SELECT change_id FROM organization_change_part WHERE organization_id = ?)", organization);
  const rows = await database.all<{ body: string }>(
    `SELECT c.body FROM organization_change c WHERE ${where.text} ORDER BY COALESCE(c.on_day, '9999-12-31'), c.recorded_at, c.id`,
    where.values,
  );
  return rows.map(({ body }) => JSON.parse(body) as OrganizationChange);
}

/** Those of published recommendations. */
export async function readThemes(database: Database): Promise<readonly string[]> {
  const rows = await database.all<{ theme: string }>(
    `SELECT DISTINCT t.theme FROM recommendation_theme t JOIN recommendation r ON r.id = t.recommendation_id
       JOIN report p ON p.id = r.report_id WHERE p.status = 'published' ORDER BY t.theme`,
  );
  return rows.map(({ theme }) => theme);
}

/** Counts all that match, where it is asked for. */
export async function total(
  database: Database,
  { withTotal }: Paging,
  table: string,
  where: Where,
): Promise<{ total?: number }> {
  if (!withTotal) return {};
  const [row] = await database.all<{ total: number }>(
    `SELECT count(*) AS total FROM ${table} WHERE ${where.text}`,
    where.values,
  );
  return { total: row?.total ?? 0 };
}
