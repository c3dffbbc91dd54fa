import { posix } from "node:path";
import type { DaySystem } from "@heed/core";
import { unreadable } from "../unreadable.ts";
import type { XlsxArchive } from "./xlsx-archive.ts";
import { attribute, readWholeXml } from "./xlsx-xml.ts";

/** Where a workbook's sheets and what they share lie, and how it counts days. */
export type WorkbookParts = {
  sheets: readonly { name: string; part: string; isHidden: boolean }[];
  sharedStrings?: string;
  styles?: string;
  daySystem: DaySystem;
};

/** Throws unreadableFile when the archive is another kind of file. */
export async function workbookParts(archive: XlsxArchive): Promise<WorkbookParts> {
  if (archive.sizeOf("_rels/.rels") === undefined)
    throw unreadable(archive.path, "is no Excel workbook (.xlsx), though it is a ZIP archive");
  const [main] = (await relationsOf(archive, "")).filter(({ type }) => type === "officeDocument");
  if (main === undefined) throw unreadable(archive.path, "is no Excel workbook: it names no main part");
  const relations = await relationsOf(archive, main.part);
  const found: { name: string; id: string | undefined; isHidden: boolean }[] = [];
  let daySystem: DaySystem = "1900";
  await readWholeXml(archive, main.part, {
    open: (name, attributes) => {
      if (name === "sheet") {
        const isHidden = /^(hidden|veryHidden)$/.test(attributes.state ?? "");
        found.push({ name: attributes.name ?? "", id: attribute(attributes, "id"), isHidden });
      }
      if (name === "workbookPr" && /^(1|true)$/.test(attributes.date1904 ?? "")) daySystem = "1904";
    },
  });
  const sheets = found.flatMap(({ name, id, isHidden }) => {
    // Charts are sheets too, and hold no rows.
    const relation = relations.find((each) => each.id === id && each.type === "worksheet");
    return relation === undefined ? [] : [{ name, part: relation.part, isHidden }];
  });
  if (sheets.length === 0) throw unreadable(archive.path, "is no Excel workbook: it has no sheet with rows");
  const sharedStrings = relations.find(({ type }) => type === "sharedStrings")?.part;
  const styles = relations.find(({ type }) => type === "styles")?.part;
  return { sheets, daySystem, ...(sharedStrings && { sharedStrings }), ...(styles && { styles }) };
}

type Relation = { id: string; type: string; part: string };

/** What a part leads to (ECMA-376 part 2): the kind, and the part as the archive names it. */
async function relationsOf(archive: XlsxArchive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const relations: Relation[] = [];
  const own = posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  if (archive.sizeOf(own) === undefined) return relations;
  await readWholeXml(archive, own, {
    open: (name, { Id = "", Type = "", Target = "", TargetMode }) => {
      if (name !== "Relationship" || TargetMode === "External") return;
      const target = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      relations.push({ id: Id, type: posix.basename(Type), part: target });
    },
  });
  return relations;
}
