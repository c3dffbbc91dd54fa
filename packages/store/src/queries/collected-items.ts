import type { Id, LocalizedText, Reader } from "@heed/core";
import { asKeeperOfPersons, bodiesHeld, maySeeAll, maySeeDrafts } from "@heed/core/access/reader";
import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import { personalKinds } from "@heed/core/collected-item/item-kinds";
import type { CollectedItemDetail, FormerItem } from "@heed/core/read-models/collected-item-detail";
import type { CollectedItemFilter } from "@heed/core/read-models/collected-item-filter";
import type { ListedItem } from "@heed/core/read-models/listed-item";
import type { Page, Paging } from "@heed/core/read-models/paging";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { wordsOf } from "@heed/core/recommendation/words";
import type { Database } from "../connection/sql.ts";
import { bodiesOfActor } from "../organizations/bodies-of-actor.ts";
import { limitText, pageOf, placeOf } from "../statements/cursor.ts";
import { Where } from "../statements/where.ts";
import { formerBodies, keepsRecordOf } from "./former-bodies.ts";
import { total } from "./register.ts";

/**
 * What a reader may see of what is collected, as a condition on the item `alias`: what is confidential or withdrawn leaves no
 * trace for others than who keeps the body's drafts. Every read of items uses it.
 */
export function visibleItem(reader: Reader, where: Where, alias: string): Where {
  if (!maySeeDrafts(reader)) return where.and(`${alias}.is_public = 1`);
  // Assessors keep the record, and what is about persons is not for them.
  const persons = asKeeperOfPersons(reader);
  if (!maySeeAll(persons)) ofBodies(persons, where, `${alias}.kind NOT IN (${personal})`, alias);
  return maySeeAll(reader) ? where : ofBodies(reader, where, `${alias}.is_public = 1`, alias);
}

const personal = personalKinds.map((kind) => `'${kind}'`).join(", ");

function ofBodies(reader: Reader, where: Where, others: string, alias: string): Where {
  const organizations = bodiesHeld(reader);
  if (organizations.length === 0) return where.and(others);
  const { text, values } = bodiesOfActor(where, { organizations, today: reader.today });
  return where.and(`${others} OR ${alias}.issuing_body_id IN (${text})`, ...values);
}

type Row = { id: Id; body: string; bodyName: string; bodyCode: string; year: number; day: string };

export async function readCollectedItems(
  database: Database,
  reader: Reader,
  { kind, issuingBody, reference, year, theme, q, hidden, toEraseOn }: CollectedItemFilter,
  paging: Paging,
): Promise<Page<ListedItem>> {
  const where = visibleItem(reader, new Where(database.dialect), "i")
    .andInList("i.kind", kind)
    .andInList("i.issuing_body_id", issuingBody)
    .andInList("i.reference_key", reference?.map(referenceKey))
    .andInNumbers("i.year", year);
  if (theme !== undefined) {
    const themed = new Where(database.dialect).andInList("t.theme", theme);
    where.and(`i.id IN (SELECT t.item_id FROM collected_item_theme t WHERE ${themed.text})`, ...themed.values);
  }
  if (hidden !== undefined) where.and("i.is_public = ?", hidden ? 0 : 1);
  if (toEraseOn !== undefined) where.and(`i.kind IN (${personal}) AND i.day < ?`, toEraseOn);
  for (const word of wordsOf(q ?? "")) where.and("i.words LIKE ?", `% ${word}%`);
  const page = where.copy();
  if (paging.after !== undefined) {
    const [after, on, id] = placeOf("collectedItems", paging.after);
    page.and("i.year < ? OR (i.year = ? AND (i.day < ? OR (i.day = ? AND i.id > ?)))", after, after, on, on, id);
  }
  const rows = await database.all<Row>(
    `SELECT i.id, i.body, i.year, i.day, o.name AS "bodyName", o.code AS "bodyCode" FROM collected_item i
       JOIN organization o ON o.id = i.issuing_body_id
     WHERE ${page.text} ORDER BY i.year DESC, i.day DESC, i.id${limitText(paging)}`,
    page.values,
  );
  const { items, next } = pageOf("collectedItems", rows, paging, ({ year: of, day, id }) => [of, day, id]);
  return {
    items: items.map(({ body, bodyName, bodyCode }) => ({
      ...(JSON.parse(body) as CollectedItem),
      issuingBodyName: JSON.parse(bodyName) as LocalizedText,
      issuingBodyCode: bodyCode,
    })),
    ...(next === undefined ? {} : { next }),
    ...(await total(database, paging, "collected_item i", where)),
  };
}

export async function readCollectedItem(
  database: Database,
  reader: Reader,
  id: Id,
): Promise<CollectedItemDetail | undefined> {
  const where = visibleItem(reader, new Where(database.dialect).and("i.id = ?", id), "i");
  const [row] = await database.all<{ body: string; version: number }>(
    `SELECT i.body, i.version FROM collected_item i WHERE ${where.text}`,
    where.values,
  );
  if (row === undefined) return undefined;
  const item = JSON.parse(row.body) as CollectedItem;
  const formerVersions = (await keepsRecordOf(database, reader, item.issuingBody))
    ? await formerBodies<FormerItem>(database, "collectedItem", id)
    : [];
  return { item, version: row.version, formerVersions };
}
