import type { Entry, Id, Link, Reader } from "@heed/core";
import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import { citationsIn, withoutUnseen } from "@heed/core/follow-up/entries/citations";
import { evidenceOf } from "@heed/core/follow-up/entries/shown-evidence";
import type { CollectedItemRef, ReportSectionRef } from "@heed/core/read-models/ground";
import type { ReportSection } from "@heed/core/report-section/report-section";
import { withoutAbsent } from "@heed/core/without-absent";
import type { Sql } from "../connection/sql.ts";
import { Where } from "../statements/where.ts";
import { visibleItem } from "./collected-items.ts";
import { visibleSection } from "./report-sections.ts";

/** Of the collected items and sections with these ids, those that the reader sees. */
export async function seenAmong(sql: Sql, reader: Reader, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  if (ids.length === 0) return new Set();
  const [items, sections] = [await itemRefs(sql, reader, ids), await sectionRefs(sql, reader, ids)];
  return new Set([...items.keys(), ...sections.keys()]);
}

export async function itemRefs(sql: Sql, reader: Reader, ids: readonly Id[]): Promise<Map<Id, CollectedItemRef>> {
  const where = visibleItem(reader, new Where(sql.dialect).andInList("i.id", ids), "i");
  const rows = await sql.all<{ body: string }>(`SELECT i.body FROM collected_item i WHERE ${where.text}`, where.values);
  return new Map(
    rows.map(({ body }) => {
      const { id, kind, reference, title } = JSON.parse(body) as CollectedItem;
      return [id, { id, kind, reference, title }];
    }),
  );
}

export async function sectionRefs(sql: Sql, reader: Reader, ids: readonly Id[]): Promise<Map<Id, ReportSectionRef>> {
  const where = visibleSection(reader, new Where(sql.dialect).andInList("s.id", ids), "s", "p");
  const rows = await sql.all<{ body: string; reportReference: string }>(
    `SELECT s.body, p.reference AS "reportReference" FROM report_section s JOIN report p ON p.id = s.report_id WHERE ${where.text}`,
    where.values,
  );
  return new Map(
    rows.map(({ body, reportReference }) => {
      const { id, reference, title, authenticLanguage, report } = JSON.parse(body) as ReportSection;
      return [id, { id, reference, title, authenticLanguage, report, reportReference }];
    }),
  );
}

/** What a link says of a ground besides what this is. */
export function saidBy({ id, on, year, place, reason }: Link) {
  return { link: id, on, ...withoutAbsent({ year, place, reason }) };
}

/** The entries without the citations of what the reader does not see. */
export async function withoutUnseenCitations(
  sql: Sql,
  reader: Reader,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  const cited = entries.flatMap((entry) => citationsIn(evidenceOf(entry)));
  if (cited.length === 0) return entries;
  const seen = await seenAmong(sql, reader, cited);
  return withoutUnseen(entries, (id) => seen.has(id));
}
