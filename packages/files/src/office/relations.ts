import { posix } from "node:path";
import { unreadable } from "../source/unreadable.ts";
import type { OfficeArchive } from "./office-archive.ts";
import { readWholeXml } from "./office-xml.ts";

/** The main part of a workbook or document. Throws unreadableFile when the archive is another kind of file. */
export async function mainPartOf(archive: OfficeArchive): Promise<string> {
  const { what, ending } = archive.kind;
  if (archive.sizeOf("_rels/.rels") === undefined)
    throw unreadable(
      archive.path,
      archive.sizeOf("content.xml") === undefined
        ? `is no ${what} (${ending}), though it is a ZIP archive`
        : `is an OpenDocument file, as LibreOffice writes them: save it as ${ending}`,
    );
  const [main] = (await relationsOf(archive, "")).filter(({ type }) => type === "officeDocument");
  if (main !== undefined && ending === ".xlsx" && main.part.startsWith("word/"))
    throw unreadable(archive.path, "is a Word document; say so in the mapping, under file: { format: docx }");
  if (main === undefined) throw unreadable(archive.path, `is no ${what}: it names no main part`);
  return main.part;
}

type Relation = { id: string; type: string; part: string };

/** The relations of a part (ECMA-376 part 2): the type of each, and its target part by the name in the archive. */
export async function relationsOf(archive: OfficeArchive, part: string): Promise<Relation[]> {
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
