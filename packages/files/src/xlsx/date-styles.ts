import { getFormatDateInfo, getFormatFromId } from "numfmt";
import type { OfficeArchive } from "../office/office-archive.ts";
import { readWholeXml } from "../office/office-xml.ts";

/** The styles that show a number as a day, by their number in the workbook's list, as cells refer to them. */
export async function dateStyles(archive: OfficeArchive, part: string | undefined): Promise<ReadonlySet<string>> {
  const dates = new Set<string>();
  if (part === undefined) return dates;
  const formats = new Map<string, string>();
  let within = false;
  let place = 0;
  await readWholeXml(archive, part, {
    open: (name, { numFmtId = "0", formatCode = "" }) => {
      if (name === "numFmt") formats.set(numFmtId, formatCode);
      if (name === "cellXfs") within = true;
      if (name !== "xf" || !within) return;
      if (showsDay(formats.get(numFmtId) ?? getFormatFromId(Number(numFmtId)))) dates.add(String(place));
      place += 1;
    },
    close: (name) => {
      if (name === "cellXfs") within = false;
    },
  });
  return dates;
}

/** A time of day alone is not a day; in mm:ss the m means minutes. */
function showsDay(format: string): boolean {
  const { year, month, day, hours, seconds } = getFormatDateInfo(format);
  return year || day || (month && !hours && !seconds);
}
