import { DomainError, type Instant, type SettingChange, type Settings, settingsOf } from "@heed/core";
import { firstDay } from "@heed/core/time/day";
import type { Sql } from "../connection/sql.ts";
import { type SettingRow, settingTable } from "../generated/tables.ts";
import { Where } from "../statements/where.ts";
import { selected } from "../tables/table.ts";

export function settingRow({ id, recordedAt, ...change }: SettingChange): SettingRow {
  return { id, recordedAt, body: JSON.stringify(change) };
}

/** Before settings had days, one row held all of them; such a row applies from the first day of the calendar. */
export function settingChangeOf({ id, recordedAt, body }: SettingRow): SettingChange {
  const said = JSON.parse(body) as Omit<SettingChange, "id" | "recordedAt"> | SettingChange["changes"];
  if ("changes" in said) return { id, ...said, recordedAt };
  return { id, from: firstDay, changes: said, reason: "Set before settings had days.", actor: "", recordedAt };
}

export const settingRows = `SELECT ${selected(settingTable)} FROM setting`;

/** All changes in the order in which they were recorded, or those recorded by a moment. */
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
 * Must be called under the lock of the write: settings that were read before it may have changed, and dates depend on
 * them. Errors: versionConflict.
 */
export async function requireSettings(sql: Sql, { version }: Settings): Promise<void> {
  const [row] = await sql.all<{ count: number }>("SELECT count(*) AS count FROM setting");
  if (row?.count !== version)
    throw new DomainError("versionConflict", "the settings were changed meanwhile; try again");
}
