import type { OfficeArchive } from "../office/office-archive.ts";
import { attribute, readWholeXml } from "../office/office-xml.ts";

/** The styles of a Word file that put a paragraph in a list, by themselves or by the style that they are based on. */
export async function numberedStyles(
  archive: OfficeArchive,
  part: string | undefined,
): Promise<ReadonlyMap<string, { id: string; level: string }>> {
  const own = new Map<string, { id: string; level: string }>();
  const basedOn = new Map<string, string>();
  if (part === undefined || archive.sizeOf(part) === undefined) return own;
  let style = "";
  let level = "0";
  await readWholeXml(archive, part, {
    open: (name, attributes) => {
      const value = attribute(attributes, "val") ?? "";
      if (name === "style") {
        style = attribute(attributes, "styleId") ?? "";
        level = "0";
      } else if (name === "basedOn") basedOn.set(style, value);
      else if (name === "ilvl") level = value;
      else if (name === "numId" && style !== "") own.set(style, { id: value, level });
    },
    close: () => undefined,
  });
  const numbered = new Map(own);
  for (const id of basedOn.keys()) {
    const seen = new Set<string>();
    let at: string | undefined = id;
    for (; at !== undefined && !own.has(at) && !seen.has(at); at = basedOn.get(at)) seen.add(at);
    const inherited = at === undefined ? undefined : own.get(at);
    if (inherited !== undefined) numbered.set(id, inherited);
  }
  return numbered;
}
