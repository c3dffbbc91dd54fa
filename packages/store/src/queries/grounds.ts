import type { Id, Link, Reader } from "@heed/core";
import { citationsIn } from "@heed/core/follow-up/entries/citations";
import type { Ground } from "@heed/core/read-models/ground";
import { withoutAbsent } from "@heed/core/without-absent";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { Where } from "../statements/where.ts";
import { itemRefs, saidBy, sectionRefs } from "./ground-refs.ts";
import { visibleGround } from "./visible-ground.ts";

/** On what recommendations rest, by their ids, as far as the reader sees it; the recommendations themselves are seen already. */
export async function readGrounds(
  database: Sql,
  reader: Reader,
  recommendations: readonly Id[],
): Promise<ReadonlyMap<Id, readonly Ground[]>> {
  const where = visibleGround(reader, new Where(database.dialect), "l");
  const rows = await database.all<{ body: string }>(
    `SELECT l.body FROM recommendation_link l
     WHERE l.type = 'restsOn' AND l.withdrawn_at IS NULL AND ${inList(database, "l.from_id")} AND ${where.text}
     ORDER BY l.on_day, l.id`,
    [JSON.stringify(recommendations), ...where.values],
  );
  const links = rows.map(({ body }) => JSON.parse(body) as Link);
  if (links.length === 0) return new Map();
  const items = await itemRefs(database, reader, citationsIn(links));
  const sections = await sectionRefs(database, reader, citationsIn(links));
  const grounds = new Map<Id, Ground[]>();
  for (const link of links) {
    const ground = {
      ...saidBy(link),
      ...withoutAbsent({ item: items.get(link.item ?? ""), section: sections.get(link.section ?? "") }),
    };
    grounds.set(link.from, [...(grounds.get(link.from) ?? []), ground as Ground]);
  }
  return grounds;
}
