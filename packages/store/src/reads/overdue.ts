import {
  type AgeingBucket,
  addDays,
  ageingBuckets,
  type Day,
  type Id,
  type LocalizedText,
  type OverdueAnswer,
  type OverdueFilter,
  type OverdueItem,
  OverdueKind,
  owedItemOn,
  type Paging,
  type Reason,
  type ResponsibilityInterval,
  type Settings,
} from "@heed/core";
import { owedRowOf, type StoredOwed, type StoredStanding, standingRowOf } from "../projection/projection-rows.ts";
import type { Database, Sql, SqlValue } from "../sql.ts";
import { limitText, pageOf, placeOf } from "./cursor.ts";
import { jsonField, readJson } from "./json-field.ts";
import { organizationRefs } from "./organization-refs.ts";
import { andResponsible, type Printed, responsibleColumns, responsibleJoin } from "./responsible.ts";
import { Where } from "./where.ts";

/** What is late, or due soon, on a day, the longest overdue first; one indexed read of the projection (decision 8). */
export async function readOverdue(
  database: Database,
  filter: OverdueFilter,
  paging: Paging,
  settings: Settings,
): Promise<OverdueAnswer> {
  const where = overdueWhere(database, filter, settings);
  const due = filter.against === "original" ? "original_due" : "due";
  const page = where.copy();
  if (paging.after !== undefined) page.and(`(o.${due}, o.id) > (?, ?)`, ...placeOf(paging.after, 2));
  const rows = await database.all<StoredOwed>(
    `SELECT o.* FROM owed o WHERE ${page.text} ORDER BY o.${due}, o.id${limitText(paging)}`,
    page.values,
  );
  const { items, next } = pageOf(rows, paging, (row) => [row[due], row.id]);
  return {
    asOf: filter.asOf,
    ...(await totals(database, where, due, filter.asOf)),
    items: await overdueItems(database, items, filter.asOf, settings),
    ...(next === undefined ? {} : { next }),
  };
}

function overdueWhere(sql: Sql, filter: OverdueFilter, settings: Settings): Where {
  const { asOf, against, dueSoon, minDaysOverdue } = filter;
  const where = new Where(sql.dialect);
  const [from, until, due] =
    against === "original"
      ? ["o.late_from_original", "o.late_until_original", "o.original_due"]
      : ["o.late_from", "o.late_until", "o.due"];
  if (dueSoon)
    where.and(
      "o.owed_from <= ? AND o.owed_until > ? AND o.due >= ? AND o.due <= ?",
      asOf,
      asOf,
      asOf,
      addDays(asOf, settings.dueSoonDays),
    );
  else where.and(`${until} > ? AND ${from} <= ?`, asOf, asOf);
  if (minDaysOverdue !== undefined) where.and(`${due} <= ?`, addDays(asOf, -minDaysOverdue));
  where
    .andAmong("o.kind", filter.kind)
    .andAmong("o.addressee_id", filter.addressee)
    .andAmong("o.report_id", filter.report);
  if (filter.theme !== undefined) {
    const theme = new Where(sql.dialect).andAmong("t.theme", filter.theme);
    where.and(
      `EXISTS (SELECT 1 FROM follow_up f JOIN recommendation_theme t ON t.recommendation_id = f.recommendation_id
         WHERE f.id = o.follow_up_id AND ${theme.text})`,
      ...theme.values,
    );
  }
  return andResponsible(sql, where, asOf, filter.responsible, owedBy);
}

/** A verification is owed by the issuing body or its successor, all else by the addressee or its successor (decision 25). */
const owedBy: Printed = {
  followUp: "o.follow_up_id",
  organization: "o.owed_by_id",
  side: "CASE WHEN o.kind = 'verification' THEN 'issuingBody' ELSE 'addressee' END",
};

async function totals(
  sql: Sql,
  where: Where,
  due: "due" | "original_due",
  asOf: Day,
): Promise<Pick<OverdueAnswer, "total" | "totalsByKind" | "totalsByAge">> {
  // A bucket by the first day that is out of it: text order is time order.
  const counted = await sql.all<{ kind: OverdueKind; age: AgeingBucket | "notLate"; count: number }>(
    `SELECT o.kind, CASE WHEN o.${due} >= ? THEN 'notLate' WHEN o.${due} >= ? THEN '1-30' WHEN o.${due} >= ? THEN '31-90'
         WHEN o.${due} >= ? THEN '91-180' WHEN o.${due} >= ? THEN '181-365' ELSE 'over365' END AS age,
       count(*) AS count
     FROM owed o WHERE ${where.text} GROUP BY 1, 2`,
    [asOf, ...[30, 90, 180, 365].map((days) => addDays(asOf, -days)), ...where.values],
  );
  const totalsByKind = Object.fromEntries(OverdueKind.options.map((kind) => [kind, 0])) as Record<OverdueKind, number>;
  const totalsByAge = Object.fromEntries(ageingBuckets.map((age) => [age, 0])) as Record<AgeingBucket, number>;
  let total = 0;
  for (const { kind, age, count } of counted) {
    total += count;
    totalsByKind[kind] += count;
    if (age !== "notLate") totalsByAge[age] += count;
  }
  return { total, totalsByKind, totalsByAge };
}

type Around = {
  id: Id;
  recommendation: Id;
  reference: string;
  title: string | null;
  report: Id;
  reportReference: string;
  reportingYear: number;
  responsible: Id;
  responsibleState: ResponsibilityInterval["state"] | null;
  description: string | null;
} & StoredStanding;

const itemsPerQuery = 1000;

async function overdueItems(
  sql: Sql,
  rows: readonly StoredOwed[],
  asOf: Day,
  settings: Settings,
): Promise<OverdueItem[]> {
  const around = new Map<SqlValue, Around>();
  for (let start = 0; start < rows.length; start += itemsPerQuery) {
    const ids = rows.slice(start, start + itemsPerQuery).map(({ id }) => String(id));
    for (const each of await aroundOf(sql, ids, asOf)) around.set(each.id, each);
  }
  const refs = await organizationRefs(sql, [
    ...[...around.values()].map(({ responsible }) => responsible),
    ...rows.map((row) => String(row.addressee_id)),
  ]);
  return rows.map((row) => {
    const found = around.get(row.id);
    if (found === undefined) throw new Error(`the owed row ${row.id} has no standing on ${asOf}`);
    const answers = standingRowOf(found);
    const owed = owedItemOn(owedRowOf(row), asOf, settings);
    const title = readJson<LocalizedText>(found.title);
    return {
      followUp: String(row.follow_up_id),
      recommendation: { id: found.recommendation, reference: found.reference, ...(title && { title }) },
      report: { id: found.report, reference: found.reportReference, reportingYear: found.reportingYear },
      addressee: refs.get(String(row.addressee_id)),
      responsible: refs.get(found.responsible),
      ...(found.responsibleState &&
        found.responsibleState !== "answers" && { responsibleState: found.responsibleState }),
      kind: owed.kind,
      ...(owed.commitment && { commitment: { id: owed.commitment, description: readJson(found.description) ?? "" } }),
      due: owed.due ?? asOf,
      originalDue: owed.originalDue ?? owed.due ?? asOf,
      moves: owed.moves,
      missedYears: owed.missedYears,
      timeliness: owed.timeliness,
      daysOverdue: owed.daysOverdue,
      daysOverdueOriginal: owed.daysOverdueOriginal,
      daysWithIssuer: owed.daysWithIssuer,
      position: answers.position,
      reported: answers.reported,
      assessed: answers.assessed,
      lifecycle: answers.lifecycle,
      reasons: [...owed.reasons, ...answers.reasons] as Reason[],
    };
  });
}

/** What stands around owed rows on the day: their recommendation, report and standing. */
function aroundOf(sql: Sql, ids: readonly string[], asOf: Day): Promise<Around[]> {
  const where = new Where(sql.dialect).andAmong("o.id", ids);
  return sql.all<Around>(
    `SELECT s.*, o.id, r.id AS recommendation, r.reference, ${jsonField(sql.dialect, "r.body", "title")} AS title,
       p.id AS report, p.reference AS "reportReference", p.reporting_year AS "reportingYear",
       ${responsibleColumns(owedBy)},
       ${jsonField(sql.dialect, "e.body", "description")} AS description
     FROM owed o
       JOIN follow_up f ON f.id = o.follow_up_id
       JOIN recommendation r ON r.id = f.recommendation_id
       JOIN report p ON p.id = r.report_id
       JOIN standing s ON s.follow_up_id = o.follow_up_id AND s.from_on <= ? AND s.until_on > ?
       LEFT JOIN entry e ON e.id = o.commitment_id
       ${responsibleJoin(owedBy)}
     WHERE ${where.text}`,
    [asOf, asOf, asOf, asOf, ...where.values],
  );
}
