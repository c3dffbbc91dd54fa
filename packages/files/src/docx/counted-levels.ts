import type { OfficeArchive } from "../office/office-archive.ts";
import { attribute, readWholeXml } from "../office/office-xml.ts";

/** Answers whether a list of a Word file numbers its paragraphs at a level (true), or marks them with a bullet (false). */
export async function countedLevels(
  archive: OfficeArchive,
  part: string | undefined,
): Promise<(numbering: string, level: string) => boolean> {
  if (part === undefined || archive.sizeOf(part) === undefined) return () => true;
  const dots = new Set<string>();
  const kinds = new Map<string, string>();
  let kind = "";
  let level = "";
  let numbering = "";
  await readWholeXml(archive, part, {
    open: (name, attributes) => {
      const value = attribute(attributes, "val") ?? "";
      if (name === "abstractNum") kind = attribute(attributes, "abstractNumId") ?? "";
      else if (name === "lvl") level = attribute(attributes, "ilvl") ?? "";
      else if (name === "numFmt" && /^(bullet|none)$/.test(value)) dots.add(`${kind} ${level}`);
      else if (name === "num") numbering = attribute(attributes, "numId") ?? "";
      else if (name === "abstractNumId") kinds.set(numbering, value);
    },
  });
  return (id, at) => !dots.has(`${kinds.get(id) ?? ""} ${at}`);
}
