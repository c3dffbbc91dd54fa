import type { OfficeArchive } from "../office/office-archive.ts";
import { attribute, readWholeXml } from "../office/office-xml.ts";
import { isOn } from "../office/struck.ts";

/** The styles of a Word file that strike their text through, by themselves or by the style that they are based on. */
export async function struckStyles(archive: OfficeArchive, part: string | undefined): Promise<ReadonlySet<string>> {
  const struck = new Map<string, boolean>();
  const basedOn = new Map<string, string>();
  if (part === undefined || archive.sizeOf(part) === undefined) return new Set();
  let style = "";
  await readWholeXml(archive, part, {
    open: (name, attributes) => {
      const value = attribute(attributes, "val");
      if (name === "style") style = attribute(attributes, "styleId") ?? "";
      else if (name === "basedOn") basedOn.set(style, value ?? "");
      else if (name === "strike" || name === "dstrike") struck.set(style, struck.get(style) === true || isOn(value));
    },
    close: (name) => {
      if (name === "style") style = "";
    },
  });
  const isStruck = (id: string, seen: ReadonlySet<string> = new Set()): boolean => {
    const base = basedOn.get(id);
    return struck.get(id) ?? (base !== undefined && !seen.has(base) && isStruck(base, new Set([...seen, id])));
  };
  return new Set([...struck.keys(), ...basedOn.keys()].filter((id) => id !== "" && isStruck(id)));
}
