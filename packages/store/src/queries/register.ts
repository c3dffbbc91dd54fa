import {
  existsOn,
  type Id,
  type LocalizedText,
  type Organization,
  type OrganizationChange,
  type Reader,
  type Report,
} from "@heed/core";
import { nameKey, searchableName } from "@heed/core/organization/organization";
import type { OrganizationDetail } from "@heed/core/read-models/organization-detail";
import type { OrganizationFilter } from "@heed/core/read-models/organization-filter";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { ReportFilter } from "@heed/core/read-models/report-filter";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { visibleTo } from "../access/visibility.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { currentOrganizations } from "../organizations/known-organizations.ts";
import { bearsReportReference } from "../recommendations/by-reference.ts";
import { limitText, pageOf, placeOf } from "../statements/cursor.ts";
import { inList } from "../statements/in-list.ts";
import { indexed } from "../statements/indexed.ts";
import { joinInOrder } from "../statements/join-in-order.ts";
import { Where } from "../statements/where.ts";
import { organizationColumns, organizationOf, type StoredOrganization } from "../tables/organization-rows.ts";
import { reportColumns, reportOf, type StoredReport } from "../tables/report-rows.ts";
import { foundFor } from "./found-for.ts";

type ReportRow = StoredReport & { bodyName: string };

/** Reports, the newest reporting year first. */
export async function readReports(
  database: Database,
  reader: Reader,
  { reportingYear, issuingBody, status }: ReportFilter,
  paging: Paging,
): Promise<Page<Report & { issuingBodyName: LocalizedText }>> {
  const where = visibleTo(reader, new Where(database.dialect), "p")
    .andInNumbers("p.reporting_year", reportingYear)
    .andInList("p.issuing_body_id", issuingBody)
    .andInList("p.status", status);
  const page = where.copy();
  if (paging.after !== undefined) {
    const [year, id] = placeOf("reports", paging.after);
    page.and("p.reporting_year < ? OR (p.reporting_year = ? AND p.id > ?)", year, year, id);
  }
  const rows = await database.all<ReportRow>(
    `SELECT ${reportColumns("p")}, o.name AS "bodyName" FROM report p JOIN organization o ON o.id = p.issuing_body_id
     WHERE ${page.text} ORDER BY p.reporting_year DESC, p.id${limitText(paging)}`,
    page.values,
  );
  const { items, next } = pageOf("reports", rows, paging, (row) => [row.reportingYear, row.id]);
  return {
    items: items.map((row) => ({ ...reportOf(row), issuingBodyName: JSON.parse(row.bodyName) as LocalizedText })),
    ...(next === undefined ? {} : { next }),
    ...(await total(database, paging, "report p", where)),
  };
}

export async function readReportsNamed(
  database: Database,
  reader: Reader,
  texts: readonly string[],
): Promise<ReadonlyMap<string, readonly Id[]>> {
  const keys = JSON.stringify(texts.map(referenceKey));
  const seen = (column: string, values: readonly string[]) =>
    visibleTo(reader, new Where(database.dialect).andInList(column, values), "p");
  const [byId, present] = [seen("p.id", texts), seen("p.reference_key", texts.map(referenceKey))];
  const former = visibleTo(
    reader,
    new Where(database.dialect)
      .and(inList(database, "f.reference_key"), keys)
      .and(bearsReportReference("p", "f.reference_key")),
    "p",
  );
  const rows = await database.all<{ id: Id; key: string }>(
    `SELECT p.id, p.reference_key AS key FROM report p ${indexed(database, "sqlite_autoindex_report_1")} WHERE ${byId.text}
     UNION SELECT p.id, p.reference_key AS key FROM report p ${indexed(database, "report_reference_key_idx")}
       WHERE ${present.text}
     UNION SELECT p.id, f.reference_key AS key FROM former_reference f ${joinInOrder(database)} report p ON p.id = f.thing_id
       WHERE f.kind = 'report' AND ${former.text} ORDER BY 1`,
    [...byId.values, ...present.values, ...former.values],
  );
  return foundFor(texts, (text) => [
    ...new Set(rows.filter(({ id, key }) => id === text || key === referenceKey(text)).map(({ id }) => id)),
  ]);
}

/** Organizations in the order of their codes, with the days and former names that the changes give them. */
export async function readOrganizations(
  database: Database,
  { validOn }: OrganizationFilter,
  paging: Paging,
): Promise<Page<Organization>> {
  const told = await currentOrganizations(database);
  const where = new Where(database.dialect);
  if (validOn !== undefined) {
    const ids = JSON.stringify([...told.keys()]);
    const valid = [...told.values()].filter((each) => existsOn(each, validOn)).map(({ id }) => id);
    where.and(
      `${inList(database, "o.id")} OR (NOT ${inList(database, "o.id")}
         AND (o.founded_on IS NULL OR o.founded_on <= ?) AND (o.dissolved_on IS NULL OR o.dissolved_on > ?))`,
      ...[JSON.stringify(valid), ids, validOn, validOn],
    );
  }
  const page = where.copy();
  if (paging.after !== undefined) page.and("o.code > ?", ...placeOf("organizations", paging.after));
  const rows = await database.all<StoredOrganization>(
    `SELECT ${organizationColumns("o")} FROM organization o WHERE ${page.text} ORDER BY o.code${limitText(paging)}`,
    page.values,
  );
  const { items, next } = pageOf("organizations", rows, paging, (row) => [row.code]);
  return {
    items: items.map((row) => told.get(row.id) ?? organizationOf(row)),
    ...(next === undefined ? {} : { next }),
    ...(await total(database, paging, "organization o", where)),
  };
}

export async function readOrganizationsById(
  database: Database,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Organization>> {
  if (ids.length === 0) return new Map();
  const asked = new Set(ids);
  // The changes that give them their days and former names bring other organizations along.
  return new Map([...(await currentOrganizations(database, ids))].filter(([id]) => asked.has(id)));
}

/** One of them, with its version. */
export async function readOrganization(database: Database, id: Id): Promise<OrganizationDetail | undefined> {
  const organization = (await readOrganizationsById(database, [id])).get(id);
  const [row] = await database.all<{ version: number }>("SELECT version FROM organization WHERE id = ?", [id]);
  return organization && row && { ...organization, ...row };
}

/**
 * By id, or else by code or any of its names, or else by a name without its accents; what several organizations have
 * gives all of them.
 */
export async function readOrganizationsNamed(
  database: Database,
  texts: readonly string[],
): Promise<ReadonlyMap<string, readonly Id[]>> {
  const rows = await database.all<{ id: Id; code: string | null; name: string | null }>(
    `SELECT id, code, NULL AS name FROM organization WHERE ${inList(database, "id")} OR ${inList(database, "code")}
     UNION SELECT organization_id AS id, NULL AS code, name_key AS name FROM organization_name WHERE ${inList(database, "name_key")} ORDER BY id`,
    [texts, texts.map((text) => text.toLowerCase()), texts.map(nameKey)].map((keys) => JSON.stringify(keys)),
  );
  const exactly = foundFor(texts, (text) => {
    const byId = rows.filter(({ id, code }) => code !== null && id === text);
    if (byId.length > 0) return byId.map(({ id }) => id);
    // What is the code of one and the name of another tells nobody which is meant.
    const found = rows.filter(({ code, name }) => code === text.toLowerCase() || name === nameKey(text));
    return [...new Set(found.map(({ id }) => id))];
  });
  const others = texts.filter((text) => !exactly.has(text));
  return others.length === 0 ? exactly : new Map([...exactly, ...(await organizationsNearlyNamed(database, others))]);
}

async function organizationsNearlyNamed(
  database: Database,
  texts: readonly string[],
): Promise<ReadonlyMap<string, readonly Id[]>> {
  const rows = await database.all<{ id: Id; key: string }>(
    `SELECT DISTINCT organization_id AS id, folded_key AS key FROM organization_name WHERE ${inList(database, "folded_key")} ORDER BY id`,
    [JSON.stringify(texts.map((text) => searchableName(text)))],
  );
  return foundFor(texts, (text) => rows.filter(({ key }) => key === searchableName(text)).map(({ id }) => id));
}

/** All are read, because an installation has only some hundreds. */
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

/** The themes of published recommendations. */
export async function readThemes(database: Database): Promise<readonly string[]> {
  const rows = await database.all<{ theme: string }>(
    `SELECT DISTINCT t.theme FROM recommendation_theme t JOIN recommendation r ON r.id = t.recommendation_id
       JOIN report p ON p.id = r.report_id WHERE p.status = 'published' ORDER BY t.theme`,
  );
  return rows.map(({ theme }) => theme);
}

/** Counts all matches when the total is asked for. */
export async function total(sql: Sql, { withTotal }: Paging, table: string, where: Where): Promise<{ total?: number }> {
  if (!withTotal) return {};
  const [row] = await sql.all<{ total: number }>(
    `SELECT count(*) AS total FROM ${table} WHERE ${where.text}`,
    where.values,
  );
  return { total: row?.total ?? 0 };
}
