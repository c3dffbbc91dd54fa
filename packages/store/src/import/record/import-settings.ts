import type { Id } from "@heed/core";
import { movesDates } from "@heed/core/register/change-settings";
import { settingIssues } from "@heed/core/settings/setting-issues";
import { settingTable } from "../../generated/tables.ts";
import { readSettingChanges, readSettings, settingRow } from "../../settings/setting-rows.ts";
import { inUtc } from "../../tables/entry-rows.ts";
import { insertInto } from "../../tables/table.ts";
import { idsOf, newOf } from "./new-of.ts";
import type { RecordIntake } from "./record-intake.ts";

/**
 * Imports changes of the settings: they hold from their days on, for all that is in the database. Refuses another value
 * of a setting from a day from which this database has one. Answers whether dates of follow-ups that are not in the file
 * may move.
 */
export async function importSettings(intake: RecordIntake): Promise<{ datesMove: boolean }> {
  const { sql, record } = intake;
  const changes = record.settingChanges.map((each) => ({ ...each, recordedAt: inUtc(each.recordedAt) }));
  const known = await readSettingChanges(sql);
  const added = await newOf(intake, "settingChanges", changes, async () =>
    known.map((each) => ({ id: each.id, content: each })),
  );
  const inFile = new Set(idsOf(changes));
  const ofOthers = known.filter(({ id }) => !inFile.has(id));
  for (const change of added)
    for (const { name, value = "", detail } of settingIssues(change, ofOthers, intake.at))
      intake.refuse(`settingChanges ${change.id}, ${name}`, value, detail);
  if (intake.isRefused || added.length === 0) return { datesMove: false };
  await insertInto(sql, settingTable, added.map(settingRow));
  intake.things.setting = idsOf(added);
  intake.run = { ...intake.run, settings: await readSettings(sql) };
  const [other] = await sql.all<{ id: Id }>("SELECT id FROM follow_up LIMIT 1");
  if (other === undefined && ofOthers.length === 0) return { datesMove: false };
  for (const { id, from, changes: changed } of added)
    intake.warn("a change of the settings is new: it holds for all that this database has", {
      name: `settingChanges ${id}`,
      value: `from ${from}: ${Object.keys(changed).join(", ")}`,
      detail: "",
    });
  return { datesMove: added.some(movesDates) };
}
