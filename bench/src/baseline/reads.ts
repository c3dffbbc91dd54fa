import type { BareSql, Row, Value } from "./bare-sql.ts";

/** The answers by hand-written SQL: the same rows and values as Heed's answers, and their total. */
export type BaselinePage = { items: Row[]; total: number };

const pageSize = 20;

export async function list(sql: BareSql, asOf: string): Promise<BaselinePage> {
  const ids = await sql.all(
    `SELECT id FROM floor_list ORDER BY reporting_year DESC, report_number, position LIMIT ${pageSize}`,
  );
  const [counted] = await sql.all("SELECT count(*) AS total FROM floor_list");
  return { items: await recommendations(sql, ids, asOf), total: Number(counted?.total) };
}

export async function search(sql: BareSql, asOf: string, language: string, word: string): Promise<BaselinePage> {
  const found =
    sql.dialect === "sqlite"
      ? "floor_search s JOIN floor_list l ON l.rowid = s.rowid WHERE floor_search MATCH ?"
      : `floor_search s JOIN floor_list l ON l.id = s.id WHERE s.${language} @@ plainto_tsquery('simple', floor_unaccented(?))`;
  const asked = sql.dialect === "sqlite" ? `${language}:"${word}"` : word;
  const ids = await sql.all(
    `SELECT l.id FROM ${found} ORDER BY l.reporting_year DESC, l.report_number, l.position LIMIT ${pageSize}`,
    asked,
  );
  const [counted] = await sql.all(`SELECT count(*) AS total FROM ${found}`, asked);
  return { items: await recommendations(sql, ids, asOf), total: Number(counted?.total) };
}

/** The rows of a page of recommendations on a day, with their follow-ups. */
export async function recommendations(sql: BareSql, ids: readonly Row[], asOf: string): Promise<Row[]> {
  if (ids.length === 0) return [];
  const keys = ids.map(({ id }) => id as Value);
  const marks = keys.map(() => "?").join(", ");
  const title = sql.dialect === "sqlite" ? "r.body -> '$.title'" : "(r.body::json -> 'title')::text";
  const themes = sql.dialect === "sqlite" ? "r.body -> '$.themes'" : "(r.body::json -> 'themes')::text";
  const rows = await sql.all(
    `SELECT r.id, r.reference, ${title} AS title, ${themes} AS themes, p.id AS report, p.reference AS report_reference,
       p.reporting_year, p.published_on, b.id AS body, b.code AS body_code, b.name AS body_name
     FROM recommendation r JOIN report p ON p.id = r.report_id JOIN organization b ON b.id = r.issuing_body_id
     WHERE r.id IN (${marks})`,
    ...keys,
  );
  const followUps = await sql.all(
    `SELECT f.id, f.recommendation_id, f.role, a.id AS addressee, a.code, a.name, s.position, s.reported, s.assessed,
       s.lifecycle, s.closure_reason, s.divergent, s.unverified,
       EXISTS (SELECT 1 FROM owed o WHERE o.follow_up_id = f.id AND o.late_from <= ? AND o.late_until > ?) AS late
     FROM follow_up f JOIN organization a ON a.id = f.addressee_id
       LEFT JOIN standing s ON s.follow_up_id = f.id AND s.from_on <= ? AND s.until_on > ?
     WHERE f.recommendation_id IN (${marks})`,
    asOf,
    asOf,
    asOf,
    asOf,
    ...keys,
  );
  const byId = new Map(rows.map((row) => [row.id, { ...row, followUps: [] as Row[] }]));
  for (const each of followUps) byId.get(each.recommendation_id as Value)?.followUps.push(each);
  return keys.flatMap((key) => (byId.get(key) ?? []) as unknown as Row[]);
}

export async function overdueToday(sql: BareSql, asOf: string): Promise<BaselinePage> {
  const items = await sql.all(
    `SELECT ${thingColumns(sql)} FROM floor_current c ${thingJoins("c.id")} WHERE c.due < ? ORDER BY c.due, c.id LIMIT ${pageSize}`,
    asOf,
    asOf,
    asOf,
  );
  const [counted] = await sql.all("SELECT count(*) AS total FROM floor_current WHERE due < ?", asOf);
  return { items, total: Number(counted?.total) };
}

/** By lifecycle and due date, over intervals of time. */
export async function countOverdue(sql: BareSql, asOf: string): Promise<{ total: number }> {
  const [counted] = await sql.all(
    "SELECT count(*) AS total FROM floor_interval WHERE lifecycle = 'open' AND due < ? AND from_on <= ? AND until_on > ?",
    asOf,
    asOf,
    asOf,
  );
  return { total: Number(counted?.total) };
}

/** For every thing owed the latest assessment by the day: a lateral join, or on SQLite a correlated subquery. */
export async function overduePast(sql: BareSql, asOf: string): Promise<BaselinePage> {
  const latest =
    sql.dialect === "postgresql"
      ? `SELECT l.owed_id, l.due FROM floor_thing t CROSS JOIN LATERAL (
           SELECT e.status, e.due, e.owed_id FROM floor_event e WHERE e.thing_id = t.id AND e.on_day <= ?
           ORDER BY e.on_day DESC LIMIT 1) l
         WHERE l.status = 'open' AND l.due < ?`
      : `SELECT e.owed_id, e.due FROM floor_thing t JOIN floor_event e ON e.rowid = (
           SELECT x.rowid FROM floor_event x WHERE x.thing_id = t.id AND x.on_day <= ? ORDER BY x.on_day DESC LIMIT 1)
         WHERE e.status = 'open' AND e.due < ?`;
  const ids = await sql.all(
    `SELECT owed_id AS id, due, count(*) OVER () AS total FROM (${latest}) AS late ORDER BY due, owed_id LIMIT ${pageSize}`,
    asOf,
    asOf,
  );
  return { items: await thingsOwed(sql, ids, asOf), total: Number(ids[0]?.total ?? 0) };
}

/** The rows of a page of things owed on a day, in the order of their due dates. */
export async function thingsOwed(sql: BareSql, page: readonly Row[], asOf: string): Promise<Row[]> {
  if (page.length === 0) return [];
  const items = await sql.all(
    `SELECT ${thingColumns(sql)} FROM owed c ${thingJoins("c.id")} WHERE c.id IN (${page.map(() => "?").join(", ")})`,
    asOf,
    asOf,
    ...page.map(({ id }) => id as Value),
  );
  const byId = new Map(items.map((item) => [item.id, item]));
  return page.flatMap((row) => byId.get(row.id as Value) ?? ([] as Row[])) as Row[];
}

function thingColumns({ dialect }: BareSql): string {
  const title = dialect === "sqlite" ? "r.body -> '$.title'" : "(r.body::json -> 'title')::text";
  return `o.id, o.follow_up_id, o.kind, o.commitment_id, o.due, o.original_due, o.moves, o.missed_years, o.days_with_issuer, o.reasons,
    r.id AS recommendation, r.reference, ${title} AS title, p.id AS report, p.reference AS report_reference, p.reporting_year,
    a.id AS addressee, a.code, a.name, s.position, s.reported, s.assessed, s.lifecycle, s.reasons AS standing_reasons`;
}

/** Takes the day twice. */
function thingJoins(id: string): string {
  return `JOIN owed o ON o.id = ${id} JOIN follow_up f ON f.id = o.follow_up_id JOIN recommendation r ON r.id = f.recommendation_id
    JOIN report p ON p.id = r.report_id JOIN organization a ON a.id = o.addressee_id
    JOIN standing s ON s.follow_up_id = o.follow_up_id AND s.from_on <= ? AND s.until_on > ?`;
}

export async function timeline(sql: BareSql, asOf: string, id: string): Promise<{ followUp: Row; entries: Row[] }> {
  const title = sql.dialect === "sqlite" ? "r.body -> '$.title'" : "(r.body::json -> 'title')::text";
  const [followUp] = await sql.all(
    `SELECT f.*, r.reference, ${title} AS title, p.id AS report, p.reference AS report_reference, p.reporting_year,
       p.published_on, a.code, a.name, s.position, s.reported, s.assessed, s.lifecycle, s.closure_reason, s.reasons
     FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id JOIN report p ON p.id = r.report_id
       JOIN organization a ON a.id = f.addressee_id
       LEFT JOIN standing s ON s.follow_up_id = f.id AND s.from_on <= ? AND s.until_on > ?
     WHERE f.id = ?`,
    asOf,
    asOf,
    id,
  );
  const owed = await sql.all(
    "SELECT * FROM owed WHERE follow_up_id = ? AND owed_from <= ? AND owed_until > ?",
    id,
    asOf,
    asOf,
  );
  const entries = await sql.all("SELECT id, body FROM entry WHERE follow_up_id = ? ORDER BY recorded_at, id", id);
  const said = entries.map(({ body }) => JSON.parse(String(body)) as Row);
  return { followUp: { ...followUp, owed } as unknown as Row, entries: said };
}

export async function progress(sql: BareSql, asOf: string): Promise<{ items: Row[] }> {
  const items = await sql.all(
    `SELECT p.reporting_year, f.addressee_id, s.assessed, count(*) AS count
     FROM follow_up f JOIN standing s ON s.follow_up_id = f.id AND s.from_on <= ? AND s.until_on > ?
       JOIN recommendation r ON r.id = f.recommendation_id JOIN report p ON p.id = r.report_id
     WHERE s.role <> 'forInformation' GROUP BY p.reporting_year, f.addressee_id, s.assessed`,
    asOf,
    asOf,
  );
  return { items };
}
