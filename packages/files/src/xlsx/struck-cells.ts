import type { OfficeArchive } from "../office/office-archive.ts";
import { readWholeXml } from "../office/office-xml.ts";
import { isOn } from "../office/struck.ts";

/** The styles whose font is struck through, by their number in the workbook's list, as cells refer to them. */
export async function struckStyles(archive: OfficeArchive, part: string | undefined): Promise<ReadonlySet<string>> {
  const styles = new Set<string>();
  if (part === undefined) return styles;
  const fonts = new Set<number>();
  let within = "";
  let place = -1;
  await readWholeXml(archive, part, {
    open: (name, { val, fontId = "0" }) => {
      if (name === "fonts" || name === "cellXfs") [within, place] = [name, -1];
      else if (name === "font" || name === "xf") place += 1;
      if (within === "fonts" && name === "strike" && isOn(val)) fonts.add(place);
      if (within === "cellXfs" && name === "xf" && fonts.has(Number(fontId))) styles.add(String(place));
    },
    close: (name) => {
      if (name === within) within = "";
    },
  });
  return styles;
}

/** The part of a cell's text that is struck through: a text in several fonts has a piece in each of them. */
export class StruckText {
  private isStruck = false;
  private struck = "";

  open(name: string, { val }: Readonly<Record<string, string>>): void {
    if (name === "si" || name === "is" || name === "c") this.struck = "";
    if (name === "r") this.isStruck = false;
    if (name === "strike") this.isStruck = isOn(val);
  }

  text(piece: string): void {
    if (this.isStruck) this.struck += piece;
  }

  close(name: string): void {
    if (name === "r") this.isStruck = false;
  }

  /** Undefined when nothing that can be seen is struck through. */
  get found(): string | undefined {
    return this.struck.trim() === "" ? undefined : this.struck;
  }
}
