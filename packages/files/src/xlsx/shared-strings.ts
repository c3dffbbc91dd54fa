import type { OfficeArchive } from "../office/office-archive.ts";
import { readWholeXml } from "../office/office-xml.ts";
import { unescapedText } from "./escaped-text.ts";

/** The texts that cells refer to by number. Text in several fonts is joined to one; phonetic guides are left out. */
export async function sharedStrings(archive: OfficeArchive, part: string | undefined): Promise<readonly string[]> {
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
      if (name === "si") texts.push(unescapedText(text));
    },
  });
  return texts;
}
