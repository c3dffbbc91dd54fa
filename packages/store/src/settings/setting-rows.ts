import { DomainError, firstDay, type Instant, type SettingChange, type Settings, settingsOf } from "@heed/core";
import { type SettingRow, settingTable } from "../generated/tables.ts";
import { Where } from "../reads/where.ts";
import type { Sql } from "../sql.ts";
import { selected } from "../tables/table.ts";

export function settingRow({ id, recordedAt, ...change }: SettingChange): SettingRow {
  return { id, recordedAt, body: JSON.stringify(change) };
}

/** Before settings had days, a row held all of them at once; it counts from the first day of all. */
export function settingChangeOf({ id, recordedAt, body }: SettingRow): SettingChange {
  const said = JSON.parse(body) as Omit<SettingChange, "id" | "recordedAt"> | SettingChange["changes"];
  if ("changes" in said) return { id, ...said, recordedAt };
  return { id, from: firstDay, changes: said, reason: "Set before settings had days.", actor: "", recordedAt };
}

export const settingRows = `SELECT ${selected(settingTable)} FROM setting`;

/** All of them in the order in which they were recorded, or those recorded by a moment. */
export async function readSettingChanges(sql: Sql, knownAt?: Instant): Promise<SettingChange[]> {
  const where = new Where(sql.dialect);
  if (knownAt !== undefined) where.and("recorded_at <= ?", knownAt);
  const rows = await sql.all<SettingRow>(`${settingRows} WHERE ${where.text} ORDER BY recorded_at, id`, where.values);
  return rows.map(settingChangeOf);
}

export async function readSettings(sql: Sql, knownAt?: Instant): Promise<Settings> {
  return settingsOf(await readSettingChanges(sql, knownAt));
}

/**
 * To be asked under the lock of whoever writes: what was read before it may not hold any more, and dates would follow from it.
 * Errors: versionConflict.
 */
export async function requireSettings(sql: Sql, { version }: Settings): Promise<void> {
  const [row] = await sql.all<{ count: number }>("SELECT count(*) AS count FROM setting");
  if (row?.count !== version)
    throw new DomainError("versionConflict", "the settings were changed meanwhile; try again");
}
