import type { OfficeArchive } from "../office/office-archive.ts";
import { readWholeXml } from "../office/office-xml.ts";
import { unescapedText } from "./escaped-text.ts";
import { StruckText } from "./struck-cells.ts";

export type SharedString = { text: string; struck?: string };

/** The texts that cells refer to by number. Text in several fonts is joined to one; phonetic guides are left out. */
export async function sharedStrings(
  archive: OfficeArchive,
  part: string | undefined,
): Promise<readonly SharedString[]> {
  const texts: SharedString[] = [];
  const struck = new StruckText();
  if (part === undefined) return texts;
  let text = "";
  let within = false;
  let aside = false;
  await readWholeXml(archive, part, {
    open: (name, attributes) => {
      struck.open(name, attributes);
      if (name === "si") text = "";
      if (name === "rPh") aside = true;
      within = name === "t" && !aside;
    },
    text: (piece) => {
      if (!within) return;
      text += piece;
      struck.text(piece);
    },
    close: (name) => {
      within = false;
      if (name === "rPh") aside = false;
      struck.close(name);
      const { found } = struck;
      if (name === "si") texts.push({ text: unescapedText(text), ...(found && { struck: unescapedText(found) }) });
    },
  });
  return texts;
}
