import type { XlsxArchive } from "./xlsx-archive.ts";
import { readWholeXml } from "./xlsx-xml.ts";

/** The texts that cells name by their place. Runs of a text in several fonts are one; a guide to pronunciation is none of it. */
export async function sharedStrings(archive: XlsxArchive, part: string | undefined): Promise<readonly string[]> {
  const texts: string[] = [];
  if (part === undefined) return texts;
  let text = "";
  let within = false;
  let aside = false;
  await readWholeXml(archive, part, {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") aside = true;
      within = name === "t" && !aside;
    },
    text: (piece) => {
      if (within) text += piece;
    },
    close: (name) => {
      within = false;
      if (name === "rPh") aside = false;
      if (name === "si") texts.push(unescaped(text));
    },
  });
  return texts;
}

/** `_x000D_` stands for a sign that XML or a spreadsheet cannot hold (ECMA-376, ST_Xstring). */
export function unescaped(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
