import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import type { ReportSection } from "@heed/core/report-section/report-section";
import type { DeskAsked } from "../desk-asked.ts";

type Referred = { item?: CollectedItem; section?: ReportSection };

/** What was collected, or else the section of a report, by its reference or id; nothing where none or several have it. */
export async function thingReferred({ reads, reader }: DeskAsked, reference: string): Promise<Referred> {
  const items = (await reads.collectedItems(reader, { reference: [reference] }, { limit: 2 })).items;
  const [item] = items;
  if (item !== undefined) return items.length === 1 ? { item } : {};
  const sections = (await reads.reportSections(reader, { reference: [reference] }, { limit: 2 })).items;
  const [section] = sections;
  if (section !== undefined) return sections.length === 1 ? { section } : {};
  const byId = await reads.collectedItem(reader, reference);
  if (byId !== undefined) return { item: byId.item };
  const sectionById = await reads.reportSection(reader, reference);
  return sectionById === undefined ? {} : { section: sectionById.section };
}
