import type { OfficeArchive } from "../office/office-archive.ts";
import { readXml } from "../office/office-xml.ts";
import { columnAt } from "../table/cell-name.ts";
import type { MergedRange } from "../table/header.ts";

/** What a sheet's part says about its rows and columns, before and after the rows themselves. */
export type SheetShape = {
  isHiddenColumn: (column: number) => boolean;
  /** Rows are hidden unless they say otherwise. */
  areRowsHidden: boolean;
  merged: readonly MergedRange[];
};

/**
 * The shape of a sheet. Merged ranges stand after all rows, so the part is read to its end only when it has merged
 * ranges.
 */
export async function sheetShape(archive: OfficeArchive, part: string): Promise<SheetShape> {
  const hidden: { first: number; last: number }[] = [];
  const merged: MergedRange[] = [];
  let areRowsHidden = false;
  let areRowsReached = false;
  const hasMerged = await mentions(archive, part, "mergeCell");
  const events = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      if (name === "sheetData") areRowsReached = true;
      if (name === "sheetFormatPr") areRowsHidden = isTrue(attributes.zeroHeight);
      if (name === "col" && !areRowsReached && (isTrue(attributes.hidden) || Number(attributes.width) === 0))
        hidden.push({ first: Number(attributes.min) - 1, last: Number(attributes.max) - 1 });
      if (name === "mergeCell") merged.push(...rangeOf(attributes.ref));
    },
  };
  for await (const _ of readXml(archive, part, events)) if (areRowsReached && !hasMerged) break;
  return {
    isHiddenColumn: (column) => hidden.some(({ first, last }) => first <= column && column <= last),
    areRowsHidden,
    merged,
  };
}

export function isTrue(attribute: string | undefined): boolean {
  return /^(1|true)$/.test(attribute ?? "");
}

function rangeOf(ref: string | undefined): MergedRange[] {
  const [, from, top, to, bottom] = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(ref ?? "") ?? [];
  if (ref === undefined || from === undefined || to === undefined) return [];
  return [{ name: ref, top: Number(top), bottom: Number(bottom), left: columnAt(from), right: columnAt(to) }];
}

async function mentions(archive: OfficeArchive, part: string, word: string): Promise<boolean> {
  let rest = Buffer.alloc(0);
  for await (const chunk of archive.read(part)) {
    const bytes = Buffer.concat([rest, chunk]);
    if (bytes.includes(word)) return true;
    rest = bytes.subarray(Math.max(bytes.length - word.length, 0));
  }
  return false;
}
