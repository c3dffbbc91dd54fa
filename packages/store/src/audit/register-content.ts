import type { Id } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { collectedItemTable, reportSectionTable } from "../generated/tables.ts";
import { settingChangeOf, settingRows } from "../settings/setting-rows.ts";
import { inList } from "../statements/in-list.ts";
import { collectedItemRow } from "../tables/collected-item-rows.ts";
import { cycleColumns, cycleOf } from "../tables/cycle-rows.ts";
import { followUpColumns, followUpOf } from "../tables/follow-up-rows.ts";
import { organizationColumns, organizationOf } from "../tables/organization-rows.ts";
import { recommendationColumns, recommendationOf } from "../tables/recommendation-rows.ts";
import { reportColumns, reportOf } from "../tables/report-rows.ts";
import { reportSectionRow } from "../tables/report-section-rows.ts";
import { selected, type Table } from "../tables/table.ts";
import { auditedUser, readUsers } from "../tables/user-rows.ts";
import type { AuditedKind } from "./audited-kind.ts";
import { importedReports } from "./imported-report.ts";

/** The current content of things of one kind, by id; things that no longer exist are left out. */
export async function registerContents(sql: Sql, kind: AuditedKind, ids: readonly Id[]): Promise<Map<Id, object>> {
  const all = await contentsOf[kind](sql, JSON.stringify(ids));
  return new Map(all.map((each) => [each.id, each]));
}

type Content = object & { id: Id };

const contentsOf: Record<AuditedKind, (sql: Sql, ids: string) => Promise<Content[]>> = {
  report: async (sql, ids) =>
    (await rows<typeof reportOf>(sql, `SELECT ${reportColumns()} FROM report WHERE ${inList(sql, "id")}`, ids)).map(
      reportOf,
    ),
  recommendation: recommendations,
  reportingCycle: async (sql, ids) =>
    (
      await rows<typeof cycleOf>(sql, `SELECT ${cycleColumns()} FROM reporting_cycle WHERE ${inList(sql, "id")}`, ids)
    ).map(cycleOf),
  organization: async (sql, ids) =>
    (
      await rows<typeof organizationOf>(
        sql,
        `SELECT ${organizationColumns()} FROM organization WHERE ${inList(sql, "id")}`,
        ids,
      )
    ).map(organizationOf),
  organizationChange: (sql, ids) =>
    bodies(sql, "organization_change", `id, type, on_day AS "on", recorded_at AS "recordedAt"`, ids),
  link: (sql, ids) =>
    bodies(
      sql,
      "recommendation_link",
      `id, type, from_id AS "from", to_id AS "to", item_id AS item, section_id AS section, on_day AS "on", recorded_at AS "recordedAt", withdrawn_at AS "withdrawnAt"`,
      ids,
    ),
  levelOverride: (sql, ids) =>
    bodies(
      sql,
      "level_override",
      `id, recommendation_id AS recommendation, on_day AS "on", recorded_at AS "recordedAt"`,
      ids,
    ),
  collectedItem: madeFromText(collectedItemTable, collectedItemRow),
  reportSection: madeFromText(reportSectionTable, reportSectionRow),
  importedReport: (sql, ids) => importedReports(sql, JSON.parse(ids)),
  importRun: (sql, ids) =>
    sql.all(
      `SELECT id, at, actor, mapping, file, file_digest AS "fileDigest", mapping_digest AS "mappingDigest", counts, finished
       FROM import_run WHERE ${inList(sql, "id")}`,
      [ids],
    ),
  actDraft: (sql, ids) =>
    bodies(
      sql,
      "act_draft",
      `id, follow_up_id AS "followUp", act, side, organization_id AS organization, state, version, created_at AS "createdAt"`,
      ids,
    ),
  // Without the last use, which changes without an act.
  apiToken: async (sql, ids) =>
    (
      await sql.all<Content & { userId: Id | null; acts: string | null }>(
        `SELECT prefix AS id, hash, name, role, organizations, created_at AS "createdAt",
           expires_at AS "expiresAt", revoked_at AS "revokedAt", user_id AS "userId", acts
         FROM api_token WHERE ${inList(sql, "prefix")}`,
        [ids],
      )
    ).map(({ userId, acts, ...token }) => ({ ...token, ...(userId && { userId }), ...(acts && { acts }) })),
  user: async (sql, ids) => (await readUsers(sql, inList(sql, "u.id"), [ids])).map(auditedUser),
  setting: async (sql, ids) =>
    (await rows<typeof settingChangeOf>(sql, `${settingRows} WHERE ${inList(sql, "id")}`, ids)).map(settingChangeOf),
};

type MadeRow = { id: Id; body: string; recordedAt: string; version: number };

/** Things as their text says them; where a column that is made from the text says otherwise, with what the columns say. */
function madeFromText<Thing extends object, Row extends MadeRow>(
  table: Table<Row>,
  rowOf: (thing: Thing, recordedAt: string) => Row,
): (sql: Sql, ids: string) => Promise<Content[]> {
  return async (sql, ids) => {
    const found = await sql.all<Row>(`SELECT ${selected(table)} FROM ${table.name} WHERE ${inList(sql, "id")}`, [ids]);
    return found.map((row) => {
      const thing = JSON.parse(row.body) as Thing & { id?: unknown };
      const told = columnsOf(row);
      const isOther = thing.id !== row.id;
      const differs =
        isOther ||
        Object.entries(columnsOf(rowOf(thing, row.recordedAt))).some(([name, value]) => told[name] !== value);
      return { ...thing, id: row.id, ...(differs && { columns: { ...told, body: undefined } }) };
    });
  };
}

/** Those that are made from the text of a thing. */
function columnsOf({ id, recordedAt, version, ...made }: MadeRow): Record<string, unknown> {
  return made;
}

/** With its follow-ups while it is a draft; after publication they have their own chains. */
async function recommendations(sql: Sql, ids: string): Promise<Content[]> {
  const all = await rows<typeof recommendationOf, { status: string }>(
    sql,
    `SELECT ${recommendationColumns}, p.status
     FROM recommendation r JOIN report p ON p.id = r.report_id WHERE ${inList(sql, "r.id")}`,
    ids,
  );
  const followUps = (
    await rows<typeof followUpOf>(
      sql,
      `SELECT ${followUpColumns("f")} FROM follow_up f WHERE ${inList(sql, "f.recommendation_id")} ORDER BY f.id`,
      ids,
    )
  ).map(followUpOf);
  return all.map((row) => {
    const recommendation = recommendationOf(row);
    if (row.status !== "draft") return recommendation;
    return {
      ...recommendation,
      followUps: followUps.filter((each) => each.recommendation === recommendation.id),
    };
  });
}

/** As its text says it; where a column by which it is looked up says otherwise, with what the columns say. */
async function bodies(sql: Sql, table: string, columns: string, ids: string): Promise<Content[]> {
  const found = await sql.all<{ id: Id; body: string } & Record<string, unknown>>(
    `SELECT body, ${columns} FROM ${table} WHERE ${inList(sql, "id")}`,
    [ids],
  );
  return found.map(({ body, ...told }) => {
    const { id } = told;
    const said: Record<string, unknown> = JSON.parse(body);
    const differs = Object.entries(told).some(([key, value]) => value !== (said[key] ?? null));
    return { ...said, id, ...(differs && { columns: told }) };
  });
}

function rows<Of extends (row: never) => unknown, More = unknown>(
  sql: Sql,
  text: string,
  ids: string,
): Promise<(Parameters<Of>[0] & More)[]> {
  return sql.all(text, [ids]);
}
