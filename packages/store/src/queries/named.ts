import type { Reader } from "@heed/core";
import { nearNames } from "@heed/core/naming/near-names";
import { searchableName } from "@heed/core/organization/organization";
import type { NameKind } from "@heed/core/read-models/tracker-store";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { visibleTo } from "../access/visibility.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { joinInOrder } from "../statements/join-in-order.ts";
import { Where } from "../statements/where.ts";
import { itemReferencesSeen, itemThemesSeen, itemYearsSeen } from "./collected-item-names.ts";
import { foundFor } from "./found-for.ts";
import { readOrganizationsNamed, readReportsNamed } from "./register.ts";
import { sectionReferencesSeen } from "./report-sections.ts";

/** What each text names; a text is absent when it names nothing that the reader may see. */
export async function readNamed(
  database: Database,
  reader: Reader,
  kind: NameKind,
  texts: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  switch (kind) {
    case "organization":
      return readOrganizationsNamed(database, texts);
    case "report":
      return readReportsNamed(database, reader, texts);
    case "theme":
    case "collectedItemTheme": {
      const themes = await (kind === "theme" ? themesSeen : itemThemesSeen)(database, reader);
      return foundFor(texts, (text) => themes.filter((theme) => searchableName(theme) === searchableName(text)));
    }
    case "recommendation": {
      const keys = await referenceKeysSeen(database, reader, texts.map(referenceKey));
      return foundFor(texts, (text) => (keys.has(referenceKey(text)) ? [text] : []));
    }
    case "collectedItem":
    case "reportSection": {
      const seen = kind === "collectedItem" ? itemReferencesSeen : sectionReferencesSeen;
      const keys = new Set((await seen(database, reader)).map(referenceKey));
      return foundFor(texts, (text) => (keys.has(referenceKey(text)) ? [text] : []));
    }
    case "reportingYear":
    case "collectedItemYear": {
      const years = await (kind === "reportingYear" ? yearsSeen : itemYearsSeen)(database, reader);
      return foundFor(texts, (text) => years.filter((year) => year === text));
    }
  }
}

async function referenceKeysSeen(sql: Sql, reader: Reader, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const seen = (column: string) => visibleTo(reader, new Where(sql.dialect).andInList(column, keys), "p");
  const [present, former] = [seen("r.reference_key"), seen("f.reference_key")];
  const join = joinInOrder(sql);
  const rows = await sql.all<{ key: string }>(
    `SELECT r.reference_key AS key FROM recommendation r ${join} report p ON p.id = r.report_id WHERE ${present.text}
     UNION SELECT f.reference_key AS key FROM former_reference f ${join} recommendation r ON r.id = f.thing_id
       ${join} report p ON p.id = r.report_id WHERE f.kind = 'recommendation' AND ${former.text}`,
    [...present.values, ...former.values],
  );
  return new Set(rows.map(({ key }) => key));
}

/** The number of keys before and after a text that are compared, because they begin in a similar way. */
const neighbours = 50;
/** An installation has some hundreds of organizations, each with a few names. */
const maxNames = 5000;

export async function readNamesNear(
  database: Database,
  reader: Reader,
  kind: NameKind,
  text: string,
): Promise<readonly string[]> {
  switch (kind) {
    case "organization":
      return nearNames(text, await organizationNames(database));
    case "theme":
      return themesSeen(database, reader);
    case "reportingYear":
      return yearsSeen(database, reader);
    case "collectedItem":
      return itemReferencesSeen(database, reader);
    case "reportSection":
      return sectionReferencesSeen(database, reader);
    case "collectedItemTheme":
      return itemThemesSeen(database, reader);
    case "collectedItemYear":
      return itemYearsSeen(database, reader);
    case "report":
      return around(text, (where, order) => reportReferences(database, reader, where, order));
    case "recommendation":
      return around(text, (where, order) => references(database, reader, where, order, neighbours));
  }

  async function around(
    reference: string,
    find: (where: Where, order: string) => Promise<readonly string[]>,
  ): Promise<readonly string[]> {
    const alias = kind === "report" ? "p" : "r";
    const key = referenceKey(reference);
    const condition = (sign: string) => new Where(database.dialect).and(`${alias}.reference_key ${sign} ?`, key);
    const before = await find(condition("<"), `${alias}.reference_key DESC`);
    const after = await find(condition(">="), `${alias}.reference_key`);
    return [...new Set([...before, ...after])];
  }
}

async function references(
  sql: Sql,
  reader: Reader,
  condition: Where,
  order: string,
  limit: number,
): Promise<readonly string[]> {
  const where = visibleTo(reader, condition, "p");
  const rows = await sql.all<{ reference: string }>(
    `SELECT r.reference FROM recommendation r ${joinInOrder(sql)} report p ON p.id = r.report_id
     WHERE ${where.text} ORDER BY ${order} LIMIT ${limit}`,
    where.values,
  );
  return rows.map(({ reference }) => reference);
}

async function reportReferences(sql: Sql, reader: Reader, condition: Where, order: string): Promise<readonly string[]> {
  const where = visibleTo(reader, condition, "p");
  const rows = await sql.all<{ reference: string }>(
    `SELECT p.reference FROM report p WHERE ${where.text} ORDER BY ${order} LIMIT ${neighbours}`,
    where.values,
  );
  return rows.map(({ reference }) => reference);
}

async function organizationNames(sql: Sql): Promise<readonly string[]> {
  const rows = await sql.all<{ name: string }>(
    `SELECT name FROM organization_name UNION SELECT code FROM organization ORDER BY 1 LIMIT ${maxNames}`,
  );
  return rows.map(({ name }) => name);
}

/** The themes that the reader may see. */
export function themesSeen(sql: Sql, reader: Reader): Promise<readonly string[]> {
  const join = joinInOrder(sql);
  const rows = `recommendation_theme t ${join} recommendation r ON r.id = t.recommendation_id
    ${join} report p ON p.id = r.report_id`;
  return valuesSeen(sql, reader, { table: "recommendation_theme", column: "theme", rows, shown: "t.theme" });
}

/** The reporting years that the reader may see. */
function yearsSeen(sql: Sql, reader: Reader): Promise<readonly string[]> {
  const years = { table: "report", column: "reporting_year", rows: "report p", shown: "p.reporting_year" };
  return valuesSeen(sql, reader, years);
}

/**
 * The values of a column that the reader may see in some rows with their report `p`, from the column's index: one step for
 * each value, whatever the number of rows. PostgreSQL would read all rows to answer EXISTS.
 */
async function valuesSeen(
  sql: Sql,
  reader: Reader,
  { table, column, rows, shown }: Record<"table" | "column" | "rows" | "shown", string>,
): Promise<readonly string[]> {
  const where = visibleTo(reader, new Where(sql.dialect).and(`${shown} = known.value`), "p");
  const found = await sql.all<{ value: string | number }>(
    `WITH RECURSIVE known AS (
       SELECT min(${column}) AS value FROM ${table}
       UNION ALL
       SELECT (SELECT min(later.${column}) FROM ${table} later WHERE later.${column} > known.value) FROM known
       WHERE known.value IS NOT NULL
     ) SELECT value FROM known WHERE value IS NOT NULL AND (SELECT 1 FROM ${rows} WHERE ${where.text} LIMIT 1) IS NOT NULL
     ORDER BY value`,
    where.values,
  );
  return found.map(({ value }) => String(value));
}
