import type { Day, Id, Person, Reader } from "@heed/core";
import type { Cited } from "@heed/core/acts/cited";
import { type CollectedItem, isPublic } from "@heed/core/collected-item/collected-item";
import { itemKinds } from "@heed/core/collected-item/item-kinds";
import type { GroundNamed } from "@heed/core/register/add-ground";
import type { ReportSection } from "@heed/core/report-section/report-section";
import type { Sql } from "../connection/sql.ts";
import { visibleItem } from "../queries/collected-items.ts";
import { visibleSection } from "../queries/report-sections.ts";
import { Where } from "../statements/where.ts";

/** Of the collected items and sections with these ids, those that a person sees, for an act that cites them. */
export async function citedSeen(
  sql: Sql,
  { rights }: Pick<Person, "rights">,
  today: Day,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Cited>> {
  if (ids.length === 0) return new Map();
  const reader = { rights, today };
  const items = await itemsSeen(sql, reader, ids);
  const sections = await sectionsSeen(sql, reader, ids);
  return new Map<Id, Cited>([
    ...items.map((item): [Id, Cited] => [
      item.id,
      {
        what: "item",
        isPublic: isPublic(item),
        isWithdrawn: item.withdrawn !== undefined,
        isPersonal: itemKinds[item.kind].isPersonal === true,
      },
    ]),
    ...sections.map(({ section, isPublished }): [Id, Cited] => [
      section.id,
      { what: "section", isPublic: isPublished, isWithdrawn: section.withdrawn !== undefined, isPersonal: false },
    ]),
  ]);
}

/** What an input names as a ground, as far as the reader sees it. */
export async function groundNamed(sql: Sql, reader: Reader, input: unknown): Promise<GroundNamed> {
  const { item, section } = (input ?? {}) as { item?: unknown; section?: unknown };
  const [foundItem] = typeof item === "string" ? await itemsSeen(sql, reader, [item]) : [];
  const [foundSection] = typeof section === "string" ? await sectionsSeen(sql, reader, [section]) : [];
  return { item: foundItem, section: foundSection?.section };
}

async function itemsSeen(sql: Sql, reader: Reader, ids: readonly Id[]): Promise<CollectedItem[]> {
  const where = visibleItem(reader, new Where(sql.dialect).andInList("i.id", ids), "i");
  const rows = await sql.all<{ body: string }>(`SELECT i.body FROM collected_item i WHERE ${where.text}`, where.values);
  return rows.map(({ body }) => JSON.parse(body));
}

async function sectionsSeen(sql: Sql, reader: Reader, ids: readonly Id[]) {
  const where = visibleSection(reader, new Where(sql.dialect).andInList("s.id", ids), "s", "p");
  const rows = await sql.all<{ body: string; isPublished: number }>(
    `SELECT s.body, CASE WHEN s.is_final = 1 AND p.status = 'published' THEN 1 ELSE 0 END AS "isPublished"
     FROM report_section s JOIN report p ON p.id = s.report_id WHERE ${where.text}`,
    where.values,
  );
  return rows.map(({ body, isPublished }) => ({
    section: JSON.parse(body) as ReportSection,
    isPublished: Number(isPublished) === 1,
  }));
}
