import type { DaySystem } from "@heed/core/time/excel-day";
import type { OfficeArchive } from "../office/office-archive.ts";
import { attribute, readWholeXml } from "../office/office-xml.ts";
import { mainPartOf, relationsOf } from "../office/relations.ts";
import { unreadable } from "../source/unreadable.ts";

/** Where the parts of a workbook are, and its date system. */
export type WorkbookParts = {
  sheets: readonly { name: string; part: string; isHidden: boolean }[];
  sharedStrings?: string;
  styles?: string;
  daySystem: DaySystem;
};

/** Throws unreadableFile when the archive is another kind of file. */
export async function workbookParts(archive: OfficeArchive): Promise<WorkbookParts> {
  const main = await mainPartOf(archive);
  const relations = await relationsOf(archive, main);
  const found: { name: string; id: string | undefined; isHidden: boolean }[] = [];
  let daySystem: DaySystem = "1900";
  await readWholeXml(archive, main, {
    open: (name, attributes) => {
      if (name === "sheet") {
        const isHidden = /^(hidden|veryHidden)$/.test(attributes.state ?? "");
        found.push({ name: attributes.name ?? "", id: attribute(attributes, "id"), isHidden });
      }
      if (name === "workbookPr" && /^(1|true)$/.test(attributes.date1904 ?? "")) daySystem = "1904";
    },
  });
  const sheets = found.flatMap(({ name, id, isHidden }) => {
    // Chart sheets have no rows.
    const relation = relations.find((each) => each.id === id && each.type === "worksheet");
    return relation === undefined ? [] : [{ name, part: relation.part, isHidden }];
  });
  if (sheets.length === 0) throw unreadable(archive.path, "is no Excel workbook: it has no sheet with rows");
  const sharedStrings = relations.find(({ type }) => type === "sharedStrings")?.part;
  const styles = relations.find(({ type }) => type === "styles")?.part;
  return { sheets, daySystem, ...(sharedStrings && { sharedStrings }), ...(styles && { styles }) };
}
