import type { Reader } from "@heed/core";
import { Where } from "../statements/where.ts";
import { visibleItem } from "./collected-items.ts";
import { visibleSection } from "./report-sections.ts";

/** Whoever may not see what a recommendation rests on sees no link to it: a condition on the link `alias`. Every read of links uses it. */
export function visibleGround(reader: Reader, where: Where, alias: string): Where {
  const items = visibleItem(reader, new Where(where.dialect), "gi");
  const sections = visibleSection(reader, new Where(where.dialect), "gs", "gp");
  return where
    .and(
      `${alias}.item_id IS NULL OR EXISTS (SELECT 1 FROM collected_item gi WHERE gi.id = ${alias}.item_id AND ${items.text})`,
      ...items.values,
    )
    .and(
      `${alias}.section_id IS NULL OR EXISTS (SELECT 1 FROM report_section gs JOIN report gp ON gp.id = gs.report_id
         WHERE gs.id = ${alias}.section_id AND ${sections.text})`,
      ...sections.values,
    );
}
