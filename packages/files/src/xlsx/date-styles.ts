import type { ShownPeriod } from "@heed/core/mapping/reading/read-value";
import { getFormatDateInfo, getFormatFromId } from "numfmt";
import type { OfficeArchive } from "../office/office-archive.ts";
import { readWholeXml } from "../office/office-xml.ts";

/**
 * The styles that show a number as a day, or as the month or year that it lies in, by their number in the workbook's
 * list, as cells refer to them.
 */
export async function dateStyles(
  archive: OfficeArchive,
  part: string | undefined,
): Promise<ReadonlyMap<string, "day" | ShownPeriod>> {
  const dates = new Map<string, "day" | ShownPeriod>();
  if (part === undefined) return dates;
  const formats = new Map<string, string>();
  let within = false;
  let place = 0;
  await readWholeXml(archive, part, {
    open: (name, { numFmtId = "0", formatCode = "" }) => {
      if (name === "numFmt") formats.set(numFmtId, formatCode);
      if (name === "cellXfs") within = true;
      if (name !== "xf" || !within) return;
      const shown = precisionOf(formats.get(numFmtId) ?? getFormatFromId(Number(numFmtId)));
      if (shown !== undefined) dates.set(String(place), shown);
      place += 1;
    },
    close: (name) => {
      if (name === "cellXfs") within = false;
    },
  });
  return dates;
}

/** A time of day alone is not a day; in mm:ss the m means minutes. */
function precisionOf(format: string): "day" | ShownPeriod | undefined {
  const { year, month, day, hours, seconds } = getFormatDateInfo(format);
  if (day) return "day";
  if (hours || seconds) return year ? "day" : undefined;
  return month ? "month" : year ? "year" : undefined;
}
