import type { Id } from "@heed/core";
import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import { groupedBy } from "@heed/core/grouped-by";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { eraseItemAct } from "@heed/core/register/erase-item";
import { comesOfCorrectedSeries, unfittingFigures } from "@heed/core/statistics/fitting-figures";
import { collectedItemTable, collectedItemThemeTable } from "../../generated/tables.ts";
import { inList } from "../../statements/in-list.ts";
import { collectedItemRow, collectedItemThemeRows } from "../../tables/collected-item-rows.ts";
import { insertInto } from "../../tables/table.ts";
import { keptBodies } from "./kept.ts";
import { idsOf, newOf } from "./new-of.ts";
import type { RecordIntake } from "./record-intake.ts";
import { requireKnown } from "./require-known.ts";

/** No follow-up stands otherwise by them: nothing is derived again. */
export async function importCollectedItems(intake: RecordIntake): Promise<void> {
  const { sql, record } = intake;
  const list = "collectedItems";
  await requireKnown(intake, list, record.collectedItems, "issuingBody", "organization", record.organizations);
  const known = (ids: readonly Id[]) => keptBodies(sql, "collected_item", ids);
  const added = await withoutErased(intake, await newOf(intake, list, record.collectedItems, known));
  await requireFreeReferences(intake);
  await requireFittingFigures(intake, added);
  if (intake.isRefused || added.length === 0) return;
  await insertInto(
    sql,
    collectedItemTable,
    added.map((item) => collectedItemRow(item, intake.moments.ofItem(item.id))),
  );
  await insertInto(sql, collectedItemThemeTable, added.flatMap(collectedItemThemeRows));
  intake.things.collectedItem = idsOf(added);
}

/** What was erased does not come back with a file of before. */
async function withoutErased(intake: RecordIntake, items: readonly CollectedItem[]): Promise<CollectedItem[]> {
  const rows = await intake.sql.all<{ id: Id }>(
    `SELECT thing_id AS id FROM register_record WHERE kind = 'collectedItem' AND action = ? AND ${inList(intake.sql, "thing_id")}`,
    [eraseItemAct.name, JSON.stringify(idsOf(items))],
  );
  const erased = new Set(rows.map(({ id }) => id));
  for (const id of erased)
    intake.warn("it was erased here, and is not brought back", {
      name: "collectedItems",
      value: id,
      detail: "was erased",
    });
  return items.filter(({ id }) => !erased.has(id));
}

/** A reference is the item's own among those of its body, in the file and in the record. */
async function requireFreeReferences(intake: RecordIntake): Promise<void> {
  const { sql, record } = intake;
  const keys = JSON.stringify(record.collectedItems.map(({ reference }) => referenceKey(reference)));
  const kept = await sql.all<{ id: string; body: string; key: string }>(
    `SELECT id, issuing_body_id AS body, reference_key AS key FROM collected_item WHERE ${inList(sql, "reference_key")}`,
    [keys],
  );
  const holders = new Map(kept.map(({ id, body, key }) => [`${body} ${key}`, id]));
  for (const { id, issuingBody, reference } of record.collectedItems) {
    const place = `${issuingBody} ${referenceKey(reference)}`;
    const holder = holders.get(place) ?? id;
    holders.set(place, holder);
    if (holder !== id) intake.refuse(`collectedItems ${id}, reference`, reference, `it is that of ${holder}`);
  }
}

/** As an act requires it: numbers fit the series that they name, in the file or in the record. What a later correction of the series brings about is told. */
async function requireFittingFigures(intake: RecordIntake, added: readonly CollectedItem[]): Promise<void> {
  const figures = added.filter(({ kind }) => kind === "figures");
  if (figures.length === 0) return;
  const bodies = [...new Set(figures.map(({ issuingBody }) => issuingBody))];
  const rows = await intake.sql.all<{ body: string }>(
    `SELECT body FROM collected_item WHERE kind IN ('series', 'figures') AND ${inList(intake.sql, "issuing_body_id")}`,
    [JSON.stringify(bodies)],
  );
  const all = [...rows.map(({ body }) => JSON.parse(body) as CollectedItem), ...added];
  const byBody = groupedBy(all, ({ issuingBody }) => issuingBody);
  for (const item of figures) {
    // A series that was withdrawn since has its figures still.
    const others = (byBody.get(item.issuingBody) ?? []).map(({ withdrawn, ...each }) =>
      each.kind === "series" || withdrawn === undefined ? each : { ...each, withdrawn },
    );
    for (const issue of unfittingFigures(item, others)) {
      const { value = "", detail } = issue;
      const name = `collectedItems ${item.id}, ${issue.name}`;
      if (comesOfCorrectedSeries(issue)) intake.warn("figures do not fit their series", { name, value, detail });
      else intake.refuse(name, value, detail);
    }
  }
}
